package nl.koppelwerk.data.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The roles that keep owning the tables apart from working with them. */
final class Roles {
    private static final String WRONG_PASSWORD = "28P01";

    private Roles() {}

    /** Keeps others from preparing this database at the same time, until it is closed. */
    static Connection alone(Access administrator) throws SQLException {
        Connection connection = administrator.connect();
        boolean alone = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('koppelwerk is prepared', 0))");
            alone = true;
            return connection;
        } finally {
            if (!alone) {
                connection.close();
            }
        }
    }

    /** Makes the role, or gives it this password when it has another. */
    static void allow(Access role, Access administrator) throws SQLException {
        if (!opens(role)) {
            try (Connection connection = administrator.connect()) {
                String verb = exists(connection, "select 1 from pg_roles where rolname = ?", role.username())
                        ? "alter"
                        : "create";
                execute(
                        connection,
                        verb
                                + " role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L",
                        role.username(),
                        role.password());
            }
        }
    }

    /** Makes the role of workers and lets it do what they do. Said again it changes nothing; said twice at once neither. */
    static void allowWork(Access worker, Access administrator, Access owner) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('role of workers', 0))");
            allow(worker, administrator);
            if (!mayWork(connection, worker.username())) {
                execute(connection, "grant usage on schema work to %I", worker.username());
                execute(connection, "grant execute on all functions in schema work to %I", worker.username());
            }
            connection.commit();
        }
    }

    private static boolean mayWork(Connection connection, String role) throws SQLException {
        return exists(connection, """
                select 1 from pg_roles r
                where r.rolname = ? and has_schema_privilege(r.oid, 'work', 'usage')
                  and not exists (select from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                                  where n.nspname = 'work' and not has_function_privilege(r.oid, p.oid, 'execute'))
                """, role);
    }

    static void createDatabase(String name, String owner, Access administrator) throws SQLException {
        try (Connection connection = administrator.connect()) {
            if (!isDatabase(connection, name)) {
                execute(connection, "create database %I owner %I", name, owner);
            }
        }
    }

    static boolean isDatabase(String name, Access administrator) throws SQLException {
        try (Connection connection = administrator.connect()) {
            return isDatabase(connection, name);
        }
    }

    static void dropDatabase(String name, Access administrator) throws SQLException {
        try (Connection connection = administrator.connect()) {
            execute(connection, "drop database if exists %I with (force)", name);
        }
    }

    private static boolean isDatabase(Connection connection, String name) throws SQLException {
        return exists(connection, "select 1 from pg_database where datname = ?", name);
    }

    /**
     * Refuses a role that row-level security does not hold.
     *
     * @throws IllegalStateException when the role is a superuser, bypasses row-level security or owns a table
     */
    static void checkBound(Access runtime) throws SQLException {
        String sql = """
                select rolsuper or rolbypassrls
                       or exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v', 'm'))
                from pg_roles r
                where rolname = current_user
                """;
        try (Connection connection = runtime.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            if (!result.next() || result.getBoolean(1)) {
                throw new IllegalStateException("role " + runtime.username()
                        + " is a superuser, bypasses row-level security or owns tables; the application does not work"
                        + " under such a role");
            }
        }
    }

    /** A password for another role, the same in every process that knows the first; it does not give the first away. */
    static String derivedPassword(String password, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows HmacSHA256", e);
        }
    }

    private static boolean opens(Access role) throws SQLException {
        try (Connection connection = role.connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    /** Data definition takes no parameters: PostgreSQL itself quotes the names (%I) and texts (%L) into it. */
    private static void execute(Connection connection, String template, String... arguments) throws SQLException {
        try (PreparedStatement quoting = connection.prepareStatement("select format(?, variadic ?)")) {
            quoting.setString(1, template);
            quoting.setArray(2, connection.createArrayOf("text", arguments));
            try (ResultSet quoted = quoting.executeQuery();
                    Statement statement = connection.createStatement()) {
                quoted.next();
                statement.execute(quoted.getString(1));
            }
        }
    }
}
