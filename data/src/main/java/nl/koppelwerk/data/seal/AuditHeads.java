package nl.koppelwerk.data.seal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines of the file of heads that are not written because entries were sealed. */
public final class AuditHeads {
    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final HeadFile file;
    private final Clock clock;

    public AuditHeads(JdbcClient jdbc, OrganisationScope scope, HeadFile file, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.file = file;
        this.clock = clock;
    }

    /**
     * Goes on from what is there, although it does not agree with what was signed. The heads so far stay: a file that does not
     * hold itself is put aside, any other says for good that this was done and when.
     */
    public void accept(List<OrganisationId> organisations) {
        file.alone(() -> {
            if (file.exists() && file.checked(file.key()).wrongLine().isPresent()) {
                file.putAside(now());
            }
            organisations.forEach(organisation -> {
                Link end = Objects.requireNonNull(scope.inside(
                        organisation, () -> new ChainedEntries(jdbc).end().orElse(Link.START)));
                add(Head.Kind.ACCEPTED, organisation, end);
            });
            return organisations;
        });
    }

    /** How many entries are from before this moment and can go: from the beginning on, as far as they are signed. */
    public long due(OrganisationId organisation, Instant until) {
        return file.alone(() -> Objects.requireNonNull(scope.inside(
                organisation, () -> last(organisation, until).map(this::upTo).orElse(0L))));
    }

    /** Lets them go. The line is written first: entries that were to go and are still there harm nobody. */
    public long letGo(OrganisationId organisation, Instant until) {
        return file.alone(() -> {
            Optional<Link> last = Objects.requireNonNull(scope.inside(organisation, () -> last(organisation, until)));
            last.ifPresent(link -> add(Head.Kind.LET_GO, organisation, link));
            return last.map(link -> Objects.requireNonNull(
                            scope.inside(organisation, () -> new ChainedEntries(jdbc).forget(link.place()))))
                    .orElse(0L);
        });
    }

    private long upTo(Link last) {
        return jdbc.sql("select count(*) from audit_entry where place <= :place")
                .param("place", last.place())
                .query(Long.class)
                .single();
    }

    /** The last of the old ones that no newer one stands before. */
    private Optional<Link> last(OrganisationId organisation, Instant until) {
        long signed = file.last(organisation).map(Head::place).orElse(0L);
        long place = jdbc.sql("""
                        select coalesce((select min(place) - 1 from audit_entry where place is not null and at >= :until),
                                        (select max(place) from audit_entry), 0)
                        """)
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return new ChainedEntries(jdbc).at(Math.min(place, signed));
    }

    private void add(Head.Kind kind, OrganisationId organisation, Link link) {
        file.add(new Head(now(), kind, organisation, link.place(), link.hash()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Says in the file that a backup was put back, and where its chains end: what was sealed after is gone. */
    public static void restored(JdbcClient jdbc, HeadFile file, Clock clock) {
        boolean chained = jdbc.sql("""
                        select exists (select from information_schema.columns
                                       where table_schema = 'public' and table_name = 'audit_entry' and column_name = 'place')
                        """).query(Boolean.class).single();
        String ends = chained
                ? """
                  select o.organisation, e.place, encode(e.hash, 'hex') as hash from organisation o
                  left join audit_entry e on e.organisation = o.organisation
                      and e.place = (select max(l.place) from audit_entry l where l.organisation = o.organisation)
                  order by o.organisation
                  """
                : "select organisation, null::bigint as place, null::text as hash from organisation order by organisation";
        file.alone(() -> {
            jdbc.sql(ends).query(row -> {
                file.add(new Head(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        Head.Kind.RESTORED,
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        row.getLong("place"),
                        Optional.ofNullable(row.getString("hash")).orElse(Link.START.hash())));
            });
            return chained;
        });
    }
}
