package nl.koppelwerk.data.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the audit log of the organisation whose scope this is called in, by their places in the chain. */
final class ChainedEntries {
    private static final int AT_ONCE = 5_000;
    private static final String COLUMNS = """
            select e.organisation, e.number, e.at, e.account, e.action, e.object_type, e.object_id, e.detail::text as detail,
                   e.place, encode(e.hash, 'hex') as hash
            from audit_entry e
            """;

    private final JdbcClient jdbc;

    ChainedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else seals in this organisation until the transaction ends. */
    void alone(OrganisationId organisation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('audit chain ' || :organisation, 0))")
                .param("organisation", organisation.value().toString())
                .query()
                .listOfRows();
    }

    /** What the last sealed entry says of itself; empty when there is none. */
    Optional<Link> end() {
        return jdbc.sql("select place, encode(hash, 'hex') as hash from audit_entry where place is not null"
                        + " order by place desc limit 1")
                .query(ChainedEntries::link)
                .optional();
    }

    Optional<Link> at(long place) {
        return jdbc
                .sql("select place, encode(hash, 'hex') as hash from audit_entry where place = :place")
                .param("place", place)
                .query(ChainedEntries::link)
                .list()
                .stream()
                .findFirst();
    }

    /** The oldest that have no place yet. */
    List<ChainedEntry> unsealed() {
        return jdbc.sql(COLUMNS + " where e.place is null order by e.number limit " + AT_ONCE)
                .query(ChainedEntries::entry)
                .list();
    }

    long countUnsealed() {
        return jdbc.sql("select count(*) from audit_entry where place is null")
                .query(Long.class)
                .single();
    }

    /** Gives each its place, in this order. */
    void seal(List<Long> numbers, List<Link> links) {
        jdbc.sql("""
                        update audit_entry e set place = s.place, hash = decode(s.hash, 'hex')
                        from unnest(:numbers::bigint[], :places::bigint[], :hashes::text[]) as s(number, place, hash)
                        where e.number = s.number and e.place is null
                        """)
                .param("numbers", numbers.toArray(Long[]::new))
                .param("places", links.stream().map(Link::place).toArray(Long[]::new))
                .param("hashes", links.stream().map(Link::hash).toArray(String[]::new))
                .update();
    }

    /** Everything that is sealed after this place, in the order of the places. */
    void after(long place, Consumer<ChainedEntry> reader) {
        long reached = place;
        long number = Long.MAX_VALUE;
        List<ChainedEntry> some;
        do {
            some = jdbc.sql(COLUMNS + " where (e.place, e.number) > (:place, :number) order by e.place, e.number limit "
                            + AT_ONCE)
                    .param("place", reached)
                    .param("number", number)
                    .query(ChainedEntries::entry)
                    .list();
            some.forEach(reader);
            if (!some.isEmpty()) {
                reached = some.getLast().sealed().orElseThrow().place();
                number = some.getLast().number();
            }
        } while (some.size() == AT_ONCE);
    }

    long forget(long last) {
        return jdbc.sql("select forget_audit(:last)")
                .param("last", last)
                .query(Long.class)
                .single();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(row.getLong("place"), row.getString("hash"));
    }

    private static ChainedEntry entry(ResultSet row, int number) throws SQLException {
        return new ChainedEntry(
                row.getObject("organisation", UUID.class),
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("account", UUID.class)),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("detail"),
                row.getObject("place") == null ? Optional.empty() : Optional.of(link(row, number)));
    }
}
