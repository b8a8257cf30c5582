package nl.koppelwerk.data.cipher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that encrypt what leaves for the database as {@link Clear}, and decrypt what comes back, with the keys of
 * {@link Whose}. It is the driver's side of an encrypted column, as some databases' own drivers have it: one place for every
 * query, so none can forget it.
 */
public final class SealingDataSource extends DelegatingDataSource {
    private final Seals seals;

    public SealingDataSource(DataSource plain, KeyRing ring) {
        super(plain);
        this.seals = new Seals(ring);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return around(Connection.class, super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return around(Connection.class, super.getConnection(username, password));
    }

    private <T> T around(Class<T> type, T inner) {
        InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> back(call(inner, method, arguments), proxy, inner);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object call(Object inner, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null
                && arguments.length > 1
                && inner instanceof PreparedStatement
                && method.getName().startsWith("set")) {
            arguments[1] = seals.leaving(arguments[1]);
        }
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql && Clear.isIn(sql)) {
            arguments[0] = seals.leaving(sql);
        }
        try {
            return method.invoke(inner, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private @Nullable Object back(@Nullable Object result, Object proxy, Object inner) throws SQLException {
        return switch (result) {
            case null -> null;
            case CallableStatement statement -> around(CallableStatement.class, statement);
            case PreparedStatement statement -> around(PreparedStatement.class, statement);
            case Statement statement when inner instanceof Connection -> around(Statement.class, statement);
            case ResultSet rows when inner instanceof Statement -> around(ResultSet.class, rows);
            case Array array when inner instanceof ResultSet -> around(Array.class, array);
            case Object value when inner instanceof ResultSet || inner instanceof Array -> seals.arriving(value);
            default -> result == inner ? proxy : result;
        };
    }
}
