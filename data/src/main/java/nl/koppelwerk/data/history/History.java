package nl.koppelwerk.data.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of families, requests and volunteers: who changed what from what to what, and when. */
public final class History {
    private static final String SELECT = """
            select c.number, c.family, c.request, c.volunteer, c.field, c.part, c.before, c.after, c.at, c.way,
                   a.name as account, coalesce(s.reference, f.reference, v.reference) as reference
            from record_change c
            left join account a on a.organisation = c.organisation and a.id = c.account
            left join support_request s on s.organisation = c.organisation and s.id = c.request
            left join family f on f.organisation = c.organisation and f.id = c.family
            left join volunteer v on v.organisation = c.organisation and v.id = c.volunteer
            """;

    private static final String ABOUT = """
            (:kind = 'FAMILY' and c.family = :id and c.request is null and c.field is distinct from 'intake'
             or :kind = 'REQUEST' and c.request = :id
             or :kind = 'VOLUNTEER' and c.volunteer = :id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public History(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** When changes are made that are signed now. */
    public Instant moment() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Says who makes the changes in the rest of this transaction, and how. */
    public void sign(Optional<UUID> account, Way way) {
        String sql = """
                select set_config('app.account', :account, true), set_config('app.at', :at, true),
                       set_config('app.way', :way, true)
                """;
        jdbc.sql(sql)
                .param("account", account.map(UUID::toString).orElse(""))
                .param("at", clock.instant().toString())
                .param("way", way.name())
                .query((row, number) -> row.getString(1))
                .single();
    }

    /** Number of the last change; 0 when nothing was ever noted. What somebody saw is outdated once this is higher. */
    public long last(Subject subject) {
        return jdbc.sql("select coalesce(max(c.number), 0) from record_change c where " + ABOUT)
                .param("kind", subject.kind().name())
                .param("id", subject.id())
                .query(Long.class)
                .single();
    }

    /** Changes after the one with this number, in their order. */
    public List<Change> since(Subject subject, long number) {
        return jdbc.sql(SELECT + "where c.number > :number and " + ABOUT + " order by c.number")
                .param("number", number)
                .param("kind", subject.kind().name())
                .param("id", subject.id())
                .query(History::change)
                .list();
    }

    /** Of the family, its requests and what was merged into it; latest first. */
    public List<Change> of(FamilyId family, int most) {
        String where = """
                where c.family in (select w.id from family w where w.id = :family or w.merged_into = :family)
                   or c.request in (select q.id from support_request q where q.family = :family)
                order by c.number desc limit :most
                """;
        return jdbc.sql(SELECT + where)
                .param("family", family.value())
                .param("most", most)
                .query(History::change)
                .list();
    }

    /** Of the volunteer and what was merged into it; latest first. */
    public List<Change> of(VolunteerId volunteer, int most) {
        String where = """
                where c.volunteer in (select w.id from volunteer w where w.id = :volunteer or w.merged_into = :volunteer)
                order by c.number desc limit :most
                """;
        return jdbc.sql(SELECT + where)
                .param("volunteer", volunteer.value())
                .param("most", most)
                .query(History::change)
                .list();
    }

    /** Number of the last change of all, to find by it what is written afterwards. */
    public long mark() {
        return jdbc.sql("select coalesce(max(number), 0) from record_change")
                .query(Long.class)
                .single();
    }

    /** What this transaction has changed since the mark, in the order of references; not what others changed meanwhile. */
    public List<Change> written(long mark, int most) {
        String where = """
                where c.number > :mark and c.transaction = pg_current_xact_id()
                order by coalesce(f.reference, v.reference), coalesce(s.reference, ''), c.number limit :most
                """;
        return jdbc.sql(SELECT + where)
                .param("mark", mark)
                .param("most", most)
                .query(History::change)
                .list();
    }

    /** A fingerprint of all that this transaction has changed since the mark. */
    public String fingerprint(long mark) {
        String sql = """
                select coalesce(md5(string_agg(md5(jsonb_build_array(c.family, c.request, c.volunteer, c.field, c.part, c.before,
                                                                     c.after)::text),
                                               '' order by c.family, c.request, c.volunteer, c.field, c.part, c.after)), '')
                from record_change c
                where c.number > :mark and c.transaction = pg_current_xact_id()
                """;
        return jdbc.sql(sql).param("mark", mark).query(String.class).single();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("number"),
                subject(row),
                row.getString("reference"),
                Optional.ofNullable(row.getString("field")),
                Optional.ofNullable(row.getString("part")),
                Optional.ofNullable(row.getString("before")),
                Optional.ofNullable(row.getString("after")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("account")),
                Way.valueOf(row.getString("way")));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        Optional<UUID> request = Optional.ofNullable(row.getObject("request", UUID.class));
        if (request.isPresent()) {
            return new Subject(Subject.Kind.REQUEST, request.get());
        }
        Optional<UUID> volunteer = Optional.ofNullable(row.getObject("volunteer", UUID.class));
        return volunteer.isPresent()
                ? new Subject(Subject.Kind.VOLUNTEER, volunteer.get())
                : new Subject(Subject.Kind.FAMILY, row.getObject("family", UUID.class));
    }
}
