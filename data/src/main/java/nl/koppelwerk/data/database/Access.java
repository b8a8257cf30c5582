package nl.koppelwerk.data.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How one role reaches one database. */
record Access(String url, String username, String password) {
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** A new connection each time. */
    DataSource dataSource() {
        return new DriverManagerDataSource(url, username, password);
    }

    @Override
    public String toString() {
        return username + " at " + url;
    }
}
