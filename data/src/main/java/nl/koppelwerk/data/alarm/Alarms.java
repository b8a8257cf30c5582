package nl.koppelwerk.data.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.store.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at every organisation, for the software itself: who is shown the answer is up to who asks. */
public final class Alarms {
    /** From one night's run until the end of the next morning. */
    private static final Duration LATE = Duration.ofHours(30);

    private static final int REFUSED = 3;

    private static final Duration SEALED = Duration.ofMinutes(15);

    /** The gap of the last plan, in hundredths of a percent, against the middle one of the fourteen plans before it. */
    private static final String FOUND = """
            with published as (
                select started_at, row_number() over (order by id desc) as back,
                       10000 * greatest(
                               1 - served_weight::double precision / nullif(served_weight_bound, 0),
                               1 - fit::double precision / nullif(fit_bound, 0), 0) as gap
                from run where status = 'PUBLISHED'
            ), latest as (
                select id, status from run where status <> 'RUNNING' order by id desc limit 1
            ), waiting as (
                select count(*) as number from support_request where closed_on is null and waiting_since < :yesterday
            ), valid as (
                select max(screening_years) as years
                from programme_rules r join programme p on p.organisation = r.organisation and p.id = r.programme
                    and p.rules_version = r.version
            ), volunteers as (
                select count(*) as active,
                       count(*) filter (where screened is null
                           or screened + make_interval(years => (select years from valid)) <= :today) as lapsed
                from volunteer where active
            )
            select 'RUN_FAILED' as kind, id as number from latest where status = 'FAILED'
            union all
            select 'RUN_LATE',
                   coalesce((extract(epoch from :now - (select started_at from published where back = 1)) / 3600)::bigint, 0)
            from waiting
            where number > 0 and not exists (select from published where back = 1 and started_at >= :late)
            union all
            select 'GAP_GROWN', round(gap)::bigint from published
            where back = 1 and gap >= 5
              and gap > 3 * (select percentile_cont(0.5) within group (order by p.gap) from published p
                             where p.back between 2 and 15)
            union all
            select 'MAIL_FAILING', count(*) from outgoing_mail where sent_at is null and attempts >= :refused
            having count(*) > 0
            union all
            select 'SCREENINGS_LAPSED', lapsed from volunteers where 10 * lapsed > active
            union all
            select 'LOG_NOT_SEALED', count(*) from audit_entry where place is null and at < :sealed
            having count(*) > 0
            """;

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Organisations organisations;
    private final Clock clock;

    /** @param scope of the software itself */
    public Alarms(JdbcClient jdbc, OrganisationScope scope, Organisations organisations, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** By organisation, and of each the most urgent first. */
    public List<Alarm> list() {
        return organisations.list().stream()
                .flatMap(one -> scope.reading(one.id(), () -> found(one.name())))
                .toList();
    }

    private Stream<Alarm> found(String organisation) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        return jdbc
                .sql(FOUND)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("late", now.minus(LATE).atOffset(ZoneOffset.UTC))
                .param("today", today)
                .param("yesterday", today.minusDays(1))
                .param("refused", REFUSED)
                .param("sealed", now.minus(SEALED).atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Alarm(organisation, Alarm.Kind.valueOf(row.getString("kind")), row.getLong("number")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Alarm::kind));
    }
}
