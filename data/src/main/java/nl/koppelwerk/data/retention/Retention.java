package nl.koppelwerk.data.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.erasure.Erasing;
import nl.koppelwerk.data.erasure.Erasure;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.seal.AuditHeads;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets go of what is past its term. Who is held stays; so does who has a pairing. */
public final class Retention {
    /** A century. */
    public static final int MOST_DAYS = 36_500;

    private static final Map<Kind, String> ROWS = Map.of(
            Kind.SENT_MAIL, "from outgoing_mail where sent_at < :until",
            Kind.REFERRALS, "from warm_referral where ended_on < :until",
            Kind.IMPORTS,
                    "from import_reject r using import_file f where f.organisation = r.organisation"
                            + " and f.id = r.import_file and f.started_at < :until",
            Kind.REGISTRATIONS, "from registration where state = 'TAKEN_OVER' and decided_at < :until");

    private static final String VOLUNTEERS = """
            select v.id from volunteer v
            where v.stopped_on < :day and v.merged_into is null
              and not exists (select from legal_hold h where h.volunteer = v.id)
              and not exists (select from pairing p left join pairing_life l on l.pairing = p.id
                              where p.volunteer = v.id and p.step not in ('PROPOSED', 'ENDED')
                                 or p.volunteer = v.id and l.ended_on >= :day)
            order by v.id
            """;

    private static final String FAMILIES = """
            select f.id from family f
            where f.merged_into is null
              and exists (select from support_request q where q.family = f.id)
              and not exists (select from support_request q
                              where q.family = f.id and (q.closed_on is null or q.closed_on >= :day))
              and not exists (select from legal_hold h where h.family = f.id)
              and not exists (select from support_request q join pairing p on p.request = q.id
                              left join pairing_life l on l.pairing = p.id
                              where q.family = f.id and (p.step not in ('PROPOSED', 'ENDED') or l.ended_on >= :day))
            order by f.id
            """;

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Beside beside;
    private final Clock clock;

    public Retention(JdbcClient jdbc, OrganisationScope scope, Beside beside, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.beside = beside;
        this.clock = clock;
    }

    /** What is not let go by deleting rows alone. */
    public record Beside(Erasing erasing, AuditHeads heads, Audit audit) {}

    /** The term of each kind, in days. */
    public Map<Kind, Integer> terms(OrganisationId organisation) {
        return scope.inside(organisation, () -> {
            Map<Kind, Integer> terms = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                terms.put(kind, kind.days());
            }
            jdbc.sql("select kind, days from retention_term").query(row -> {
                terms.put(Kind.valueOf(row.getString("kind")), row.getInt("days"));
            });
            return terms;
        });
    }

    /**
     * From the next round on.
     *
     * @param terms in days, of at least 1 and at most {@link #MOST_DAYS}, of each kind that changes
     * @param account of who changed it; empty on the command line
     * @throws IllegalArgumentException for other days
     */
    public void keepFor(OrganisationId organisation, Map<Kind, Integer> terms, Optional<UUID> account) {
        terms.values().forEach(Retention::check);
        scope.inside(organisation, () -> {
            Map<Kind, Integer> before = terms(organisation);
            terms.forEach((kind, days) -> {
                int was = Objects.requireNonNull(before.get(kind), kind.name());
                if (was != days) {
                    keepFor(organisation, kind, days);
                    Map<String, String> detail =
                            Map.of("days", Integer.toString(days), "daysBefore", Integer.toString(was));
                    beside.audit()
                            .add(
                                    organisation,
                                    new AuditEntry(
                                            account,
                                            AuditEntry.Action.CHANGED,
                                            AuditEntry.Subject.RETENTION_TERM,
                                            kind.name(),
                                            detail));
                }
            });
        });
    }

    private static void check(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a term of " + days + " days");
        }
    }

    private void keepFor(OrganisationId organisation, Kind kind, int days) {
        jdbc.sql("""
                        insert into retention_term (organisation, kind, days) values (:organisation, :kind, :days)
                        on conflict (organisation, kind) do update set days = excluded.days
                        """)
                .param("organisation", organisation.value())
                .param("kind", kind.name())
                .param("days", days)
                .update();
    }

    /** How many of each kind are past their term. */
    public Map<Kind, Long> due(OrganisationId organisation) {
        return due(organisation, terms(organisation));
    }

    /**
     * How many of each kind would be past their term, if these were the terms.
     *
     * @param terms in days, of each kind to count
     */
    public Map<Kind, Long> due(OrganisationId organisation, Map<Kind, Integer> terms) {
        return each(organisation, terms, false);
    }

    /** Lets go of them; how many of each went. */
    public Map<Kind, Long> letGo(OrganisationId organisation) {
        return each(organisation, terms(organisation), true);
    }

    private Map<Kind, Long> each(OrganisationId organisation, Map<Kind, Integer> terms, boolean really) {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        terms.forEach((kind, days) -> {
            LocalDate day = LocalDate.now(clock).minusDays(days);
            counts.put(
                    kind,
                    switch (kind) {
                        case SENT_MAIL, IMPORTS, REGISTRATIONS, REFERRALS ->
                            scope.inside(organisation, () -> rows(kind, day, really));
                        case HISTORY -> scope.inside(organisation, () -> history(day, really));
                        case SNAPSHOTS -> scope.inside(organisation, () -> snapshots(day, really));
                        case VOLUNTEERS -> persons(organisation, Person.Side.VOLUNTEER, VOLUNTEERS, day, really);
                        case FAMILIES -> persons(organisation, Person.Side.FAMILY, FAMILIES, day, really);
                        case AUDIT -> audit(organisation, day, really);
                    });
        });
        return counts;
    }

    private long rows(Kind kind, LocalDate day, boolean really) {
        String from = Objects.requireNonNull(ROWS.get(kind), kind.name());
        return really
                ? jdbc.sql("delete " + from).param("until", start(day)).update()
                : jdbc.sql("select count(*) " + from.replace(" using import_file f where", ", import_file f where"))
                        .param("until", start(day))
                        .query(Long.class)
                        .single();
    }

    private long history(LocalDate day, boolean really) {
        return jdbc.sql(
                        really
                                ? "select forget_history(:until)"
                                : "select count(*) from record_change where at < :until")
                .param("until", start(day))
                .query(Long.class)
                .single();
    }

    /** Not of the run whose proposals stand: it can be replayed as long as they do. */
    private long snapshots(LocalDate day, boolean really) {
        String old = """
                 where snapshot is not null and finished_at < :until
                  and id < (select coalesce(max(r.id), 0) from run r where r.status = 'PUBLISHED')
                """;
        return really
                ? jdbc.sql("update run set snapshot = null, snapshot_sha256 = null, certificate = null" + old)
                        .param("until", start(day))
                        .update()
                : jdbc.sql("select count(*) from run" + old)
                        .param("until", start(day))
                        .query(Long.class)
                        .single();
    }

    private long persons(OrganisationId organisation, Person.Side side, String sql, LocalDate day, boolean really) {
        List<UUID> ids = scope.inside(
                organisation,
                () -> jdbc.sql(sql)
                        .param("day", day)
                        .query((row, number) -> row.getObject("id", UUID.class))
                        .list());
        return really
                ? ids.stream()
                        .filter(id -> beside.erasing().erase(organisation, new Person(side, id), Optional.empty())
                                instanceof Erasure.Erased)
                        .count()
                : ids.size();
    }

    private long audit(OrganisationId organisation, LocalDate day, boolean really) {
        Instant until = start(day).toInstant();
        return really
                ? beside.heads().letGo(organisation, until)
                : beside.heads().due(organisation, until);
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
