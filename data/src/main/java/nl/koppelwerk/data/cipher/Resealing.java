package nl.koppelwerk.data.cipher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Brings what is in the database to the newest key: values of before encryption, and values of older versions. Some pages of a
 * table at a time, each in a transaction of its own, while people work; broken off anywhere it is simply run again. Each value is
 * read on the way, so one that was changed or moved is found.
 */
public final class Resealing {
    private static final int BLOCKS_AT_A_TIME = 64;

    private final DataSource owner;
    private final KeyRing ring;

    /** @param owner connections of the role that owns the tables: the application itself may not change its history */
    public Resealing(DataSource owner, KeyRing ring) {
        this.owner = owner;
        this.ring = ring;
    }

    /** Tables with encrypted columns, in which each value has a place and a row. */
    private record Table(String name, List<Column> columns) {}

    /** @param place an expression, as is {@code row} */
    private record Column(
            String name, String place, String row, @Nullable String only, boolean bytes) {}

    private static List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        Arrays.stream(Cell.values())
                .map(Cell::table)
                .distinct()
                .forEach(table -> tables.add(new Table(
                        table,
                        Cell.of(table).stream()
                                .map(cell -> new Column(
                                        cell.column(), "'" + cell.place() + "'", cell.row(), null, cell.bytes()))
                                .toList())));
        String place = "case when field = 'intake' then '" + Cell.INTAKE_ANSWER.place()
                + "' when family is null then 'volunteer.' || field else 'family.' || field end";
        String row = "case when field = 'intake' then answer_of(family, part) else coalesce(family, volunteer) end";
        String only = "request is null and " + place + " in ("
                + Arrays.stream(Cell.values())
                        .map(cell -> "'" + cell.place() + "'")
                        .collect(Collectors.joining(", "))
                + ")";
        tables.add(new Table(
                "record_change",
                List.of(new Column("before", place, row, only, false), new Column("after", place, row, only, false))));
        return tables;
    }

    /**
     * Encrypts what was written before its column was kept encrypted, if there is such a column, and declares that all is.
     *
     * @return values encrypted
     */
    public long sealNew() {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> open = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select distinct conrelid::regclass::text from pg_constraint"
                    + " where starts_with(conname, 'sealed_') and contype = 'c' and not convalidated order by 1")) {
                while (row.next()) {
                    open.add(row.getString(1));
                }
            }
            long sealed = 0;
            for (Table table : tables()) {
                if (open.contains(table.name())) {
                    sealed += everywhere(connection, table);
                    validate(connection, table.name());
                }
            }
            return sealed;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot encrypt what is in the database", e);
        }
    }

    /**
     * Brings all values to the newest version of their keys.
     *
     * @return values encrypted anew
     * @throws BrokenSeal when a value was changed, or is not where it belongs
     */
    public long resealAll() {
        try (Connection connection = owner.getConnection()) {
            long sealed = 0;
            for (Table table : tables()) {
                sealed += everywhere(connection, table);
            }
            return sealed;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot encrypt what is in the database anew", e);
        }
    }

    /** Whether anything of an organisation is still encrypted with an older version. */
    boolean isOlderThan(Connection connection, UUID organisation, int version) throws SQLException {
        for (Table table : tables()) {
            String sql = "select exists (select from " + table.name() + " where organisation = ? and ("
                    + old(table, version) + "))";
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, organisation);
                try (ResultSet row = read.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void validate(Connection connection, String table) throws SQLException {
        connection.setAutoCommit(true);
        List<String> names = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement("select conname from pg_constraint where conrelid ="
                        + " cast(? as regclass) and starts_with(conname, 'sealed_') and not convalidated");
                Statement statement = connection.createStatement()) {
            read.setString(1, table);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            for (String name : names) {
                statement.execute("alter table " + table + " validate constraint " + name);
            }
        }
    }

    private long everywhere(Connection connection, Table table) throws SQLException {
        connection.setAutoCommit(true);
        long sealed = 0;
        for (UUID organisation : organisations(connection)) {
            for (long block = 0; block < blocks(connection, table.name()); block += BLOCKS_AT_A_TIME) {
                connection.setAutoCommit(false);
                sealed += some(connection, table, organisation, block);
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
        return sealed;
    }

    static List<UUID> organisations(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select organisation from list_organisations() order by 1")) {
            List<UUID> all = new ArrayList<>();
            while (row.next()) {
                all.add(row.getObject(1, UUID.class));
            }
            return all;
        }
    }

    private static long blocks(Connection connection, String table) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(
                "select pg_relation_size(cast(? as regclass)) / current_setting('block_size')::bigint")) {
            read.setString(1, table);
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long some(Connection connection, Table table, UUID organisation, long block) throws SQLException {
        OrganisationKeys keys = ring.of(organisation);
        KeyRing.enter(connection, organisation);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local app.sealing = 'on'");
        }
        String sets =
                table.columns().stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", "));
        long sealed = 0;
        try (PreparedStatement read = connection.prepareStatement(select(table, keys.version()));
                PreparedStatement write = connection.prepareStatement("update " + table.name() + " set " + sets
                        + " where organisation = ? and ctid = cast(? as tid)")) {
            read.setObject(1, organisation);
            read.setString(2, "(" + block + ",0)");
            read.setString(3, "(" + (block + BLOCKS_AT_A_TIME) + ",0)");
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    sealed += set(write, table, row, organisation);
                    write.setObject(table.columns().size() + 1, organisation);
                    write.setString(table.columns().size() + 2, row.getString("at"));
                    write.addBatch();
                }
            }
            write.executeBatch();
        }
        return sealed;
    }

    private static String select(Table table, int version) {
        StringBuilder sql = new StringBuilder("select ctid::text as at");
        for (Column column : table.columns()) {
            String name = column.name();
            sql.append(", ").append(name);
            sql.append(", ").append(column.place()).append(" as ").append(name).append("_place");
            sql.append(", ").append(column.row()).append(" as ").append(name).append("_row");
        }
        return sql.append(" from ")
                .append(table.name())
                .append(" where organisation = ? and ctid >= cast(? as tid) and ctid < cast(? as tid) and (")
                .append(old(table, version))
                .append(") for update")
                .toString();
    }

    /** A condition: something in the row is not encrypted with this version. */
    private static String old(Table table, int version) {
        String newest = "{enc:1:" + version + ":";
        return table.columns().stream()
                .map(column -> {
                    String name = column.name();
                    String other = column.bytes()
                            ? "substr(%1$s, 1, %2$d) <> '%3$s'::bytea"
                            : "not starts_with(%1$s, '%3$s') and %1$s !~ '^[–-]*$'";
                    return "(" + name + " is not null and " + other.formatted(name, newest.length(), newest)
                            + (column.only() == null ? "" : " and " + column.only()) + ")";
                })
                .collect(Collectors.joining(" or "));
    }

    private long set(PreparedStatement write, Table table, ResultSet row, UUID organisation) throws SQLException {
        long sealed = 0;
        for (int at = 0; at < table.columns().size(); at++) {
            Column column = table.columns().get(at);
            if (column.bytes()) {
                byte[] was = row.getBytes(column.name());
                byte[] is = was == null ? null : anew(was, cell(row, column), row(row, column), organisation);
                write.setBytes(at + 1, is);
                sealed += Arrays.equals(was, is) ? 0 : 1;
            } else {
                String was = row.getString(column.name());
                String is = was == null ? null : anew(was, cell(row, column), row(row, column), organisation);
                write.setString(at + 1, is);
                sealed += was == null || was.equals(is) ? 0 : 1;
            }
        }
        return sealed;
    }

    private static Cell cell(ResultSet row, Column column) throws SQLException {
        return Cell.at(row.getString(column.name() + "_place"));
    }

    private static UUID row(ResultSet row, Column column) throws SQLException {
        return row.getObject(column.name() + "_row", UUID.class);
    }

    private String anew(String was, Cell cell, UUID row, UUID organisation) {
        if (was.isEmpty() || was.matches("[–-]*")) {
            return was;
        }
        if (!was.startsWith(OrganisationKeys.BEGIN)) {
            return ring.of(organisation).seal(cell, row, was);
        }
        Token token = Token.parse(was);
        check(token, cell, row);
        String text = ring.of(organisation, token.version()).open(was);
        OrganisationKeys keys = ring.of(organisation);
        return token.version() == keys.version() ? was : keys.seal(cell, row, text);
    }

    private byte[] anew(byte[] was, Cell cell, UUID row, UUID organisation) {
        if (!Seals.begins(was)) {
            return ring.of(organisation).seal(cell, row, was);
        }
        Token token = OrganisationKeys.token(was);
        check(token, cell, row);
        byte[] value = ring.of(organisation, token.version()).open(was);
        OrganisationKeys keys = ring.of(organisation);
        return token.version() == keys.version() ? was : keys.seal(cell, row, value);
    }

    private static void check(Token token, Cell cell, UUID row) {
        if (!token.place().equals(cell.place()) || !token.row().equals(row)) {
            throw new BrokenSeal(cell.place() + " of " + row);
        }
    }
}
