package nl.koppelwerk.data.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How one role reaches one database. */
record Access(String url, String username, String password) {
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    @Override
    public String toString() {
        return username + " at " + url;
    }
}
