package nl.koppelwerk.data.work;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a worker cannot work with a database. */
public final class NoDesk extends Exception {
    private static final long serialVersionUID = 1L;

    private static final Map<String, Reason> BY_STATE = Map.of(
            "28P01", Reason.WRONG_PASSWORD,
            "28000", Reason.WRONG_PASSWORD,
            "3D000", Reason.NO_SUCH_DATABASE,
            "42501", Reason.NOT_ALLOWED);

    private final Reason reason;
    private final String place;

    private NoDesk(Reason reason, WorkerAccess access, @Nullable Throwable cause) {
        super(reason + " " + access, cause);
        this.reason = reason;
        this.place = access.toString();
    }

    /** In the order in which they are found out. */
    public enum Reason {
        /** The address is none of a PostgreSQL. */
        NO_ADDRESS,
        /** Nothing answers there. */
        UNREACHABLE,
        /** The role is unknown or the password another. */
        WRONG_PASSWORD,
        /** The server has no database of this name. */
        NO_SUCH_DATABASE,
        /** It is not a database of Koppelwerk, or of a version that knows no workers. */
        NO_WORK_THERE,
        /** The role may not do what a worker does. */
        NOT_ALLOWED
    }

    public Reason reason() {
        return reason;
    }

    /** Who tried where, without a password. */
    public String place() {
        return place;
    }

    static NoDesk because(SQLException e, WorkerAccess access) {
        String state = String.valueOf(e.getSQLState());
        boolean noDriver = !access.url().startsWith("jdbc:postgresql:") || state.equals("08001") && isMalformed(e);
        Reason otherwise = noDriver ? Reason.NO_ADDRESS : Reason.UNREACHABLE;
        return new NoDesk(BY_STATE.getOrDefault(state, otherwise), access, e);
    }

    private static boolean isMalformed(SQLException e) {
        return String.valueOf(e.getMessage()).startsWith("No suitable driver");
    }

    static void check(Connection connection, WorkerAccess access) throws SQLException, NoDesk {
        String sql = """
                select to_regprocedure('work.claim(uuid)') is not null,
                       coalesce(has_schema_privilege(to_regnamespace('work')::oid, 'usage')
                                and has_function_privilege(to_regprocedure('work.claim(uuid)')::oid, 'execute'), false)
                """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new NoDesk(Reason.NO_WORK_THERE, access, null);
            }
            if (!row.getBoolean(2)) {
                throw new NoDesk(Reason.NOT_ALLOWED, access, null);
            }
        }
    }
}
