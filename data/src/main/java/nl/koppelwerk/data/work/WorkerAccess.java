package nl.koppelwerk.data.work;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How a worker reaches the database. */
public record WorkerAccess(String url, String username, String password) {
    Connection connect() throws SQLException {
        DriverManager.setLoginTimeout(10);
        return DriverManager.getConnection(url, username, password);
    }

    /** Without what an address may carry after its question mark, which can be a password. */
    public String place() {
        return url.replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return username + " at " + place();
    }
}
