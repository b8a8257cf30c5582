package nl.koppelwerk.trust.abuse;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Plain SQL under the role that the application works under, past everything that the application checks. */
record Sql(TestDatabase database, Connection connection) implements AutoCloseable {
    /** On a connection of its own, not one of the pool. */
    static Sql on(TestDatabase database) {
        try {
            HikariDataSource pool = database.dataSource().unwrap(HikariDataSource.class);
            return new Sql(
                    database, DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whose rows a transaction names; nobody's and no reader's by default. */
    record Scope(
            String name,
            @Nullable UUID organisation,
            @Nullable UUID reader) {}

    /**
     * What PostgreSQL answered.
     *
     * @param cells the first column of each row
     * @param rows how many rows were shown or changed
     * @param refusal why it did nothing
     */
    record Answer(List<String> cells, long rows, Optional<String> refusal) {
        boolean reachedNothing() {
            return rows == 0;
        }

        boolean refused(String because) {
            return refusal.map(said -> said.contains(because)).orElse(false);
        }

        String said() {
            return refusal.orElse(rows + " rows");
        }
    }

    /** One statement in the scope, rolled back. */
    Answer in(Scope scope, String statement) {
        try {
            connection.setAutoCommit(false);
            try {
                return run(connection, scope, statement);
            } catch (SQLException e) {
                return new Answer(List.of(), 0, Optional.of(String.valueOf(e.getMessage())));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer run(Connection connection, Scope scope, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            if (scope.organisation() != null) {
                sql.execute("select enter('%s', %s)"
                        .formatted(scope.organisation(), scope.reader() == null ? "null" : "'" + scope.reader() + "'"));
            }
            boolean shows = sql.execute(statement);
            Answer last = answer(sql, shows);
            while (sql.getMoreResults() || sql.getUpdateCount() >= 0) {
                last = answer(sql, sql.getResultSet() != null);
            }
            return last;
        }
    }

    /** Of the last statement, when there are several. */
    private static Answer answer(Statement sql, boolean shows) throws SQLException {
        List<String> cells = new ArrayList<>();
        if (!shows) {
            return new Answer(cells, Math.max(0, sql.getUpdateCount()), Optional.empty());
        }
        try (ResultSet result = sql.getResultSet()) {
            while (result.next()) {
                cells.add(String.valueOf(result.getString(1)));
            }
        }
        return new Answer(cells, cells.size(), Optional.empty());
    }

    /** What the owner of the tables reads in the catalogue. */
    List<String> catalogue(String query) {
        return database.ownerJdbc()
                .sql(query)
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<String> tables() {
        return catalogue("""
                select c.relname::text from pg_class c
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                  and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_organisation')
                order by 1
                """);
    }
}
