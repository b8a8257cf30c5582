package nl.koppelwerk.data.run;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import nl.koppelwerk.data.database.OrganisationScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Puts a run's proposals in place of those of the night before, all at once. What a person has touched stays as it is,
 * and a proposal that somebody's decision has overtaken since the snapshot is left out. Done again, it changes nothing.
 */
public final class Publishing {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String PROPOSALS = """
            insert into proposal (organisation, run, request, volunteer, day_parts, fit, distance_metres, reasons)
            select :organisation, :run, r.request, r.volunteer, r.day_parts, r.fit, r.distance_metres, r.reasons
            from jsonb_populate_recordset(null::proposal, cast(:rows as jsonb)) r
            on conflict (organisation, run, request, replan) do nothing
            """;
    private static final String UNPAIRED = """
            insert into unpaired (organisation, run, request, causes)
            select :organisation, :run, r.request, r.causes
            from jsonb_populate_recordset(null::unpaired, cast(:rows as jsonb)) r
            on conflict (organisation, run, request) do nothing
            """;
    private static final String NOT_RESERVED =
            "p.step = 'PROPOSED' and not (p.held and (p.held_until is null or p.held_until > :day))\n";
    private static final String NOT_PROPOSED_AGAIN = """
            and not exists (select from proposal n
                            where n.run = :run and n.request = p.request and n.volunteer = p.volunteer)
            """;
    /** What a person once did something with ends and stays in the history. */
    private static final String LAPSE = """
            with lapsed as (
                update pairing p
                set step = 'ENDED', version = p.version + 1, held = true, held_until = null
                where
            """ + NOT_RESERVED + NOT_PROPOSED_AGAIN + """
                  and exists (select from pairing_history h
                              where h.organisation = p.organisation and h.pairing = p.id and h.account is not null)
                returning p.organisation, p.id)
            insert into pairing_history (organisation, pairing, at, from_step, to_step, reason)
            select organisation, id, :now, 'PROPOSED', 'ENDED', 'RELEASED' from lapsed
            """;

    private static final String WITHDRAW = "delete from pairing p where " + NOT_RESERVED + NOT_PROPOSED_AGAIN;
    private static final String RENEW = """
            update pairing p
            set run = :run, day_parts = n.day_parts, version = p.version + (p.day_parts <> n.day_parts)::integer,
                held = false, held_until = null
            from proposal n
            where n.run = :run and n.request = p.request and n.volunteer = p.volunteer and
            """ + NOT_RESERVED;
    /** An id that follows from run and request: published twice, it is the same pairing. */
    private static final String PROPOSE = """
            with added as (
                insert into pairing (organisation, id, request, volunteer, day_parts, step, run, proposed_at)
                select n.organisation, md5('pairing ' || n.run || ' ' || n.request)::uuid, n.request, n.volunteer,
                       n.day_parts, 'PROPOSED', n.run, :now
                from proposal n
                join support_request s on s.organisation = n.organisation and s.id = n.request
                join volunteer v on v.organisation = n.organisation and v.id = n.volunteer
                where n.run = :run and s.closed_on is null and v.active
                  and not exists (select from block b
                                  where b.family = s.family and b.volunteer = n.volunteer
                                    and (b.until is null or b.until > :day))
                order by n.request
                on conflict do nothing
                returning organisation, id)
            insert into pairing_history (organisation, pairing, at, to_step)
            select organisation, id, :now, 'PROPOSED' from added
            """;

    private static final String LINK = """
            update proposal n
            set pairing = p.id
            from pairing p
            where n.run = :run and p.run = :run and p.request = n.request and p.volunteer = n.volunteer
              and n.pairing is distinct from p.id
            """;
    private static final String FINISH = """
            update run
            set status = 'PUBLISHED', finished_at = :now, served_weight = :servedWeight,
                served_weight_bound = :servedWeightBound, fit = :fit, fit_bound = :fitBound, requests = :requests,
                volunteers = :volunteers, feasible_pairs = :feasiblePairs, proposed = :proposed, unpaired = :unpaired,
                mean_distance_metres = :meanDistanceMetres, time_limit_reached = :timeLimitReached,
                certificate = :certificate
            where id = :run
            """;

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Runs runs;
    private final Clock clock;

    public Publishing(JdbcClient jdbc, OrganisationScope scope, Runs runs, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * In one transaction, all or nothing.
     *
     * @throws OvertakenException when a later run has started
     * @throws java.util.concurrent.CancellationException when somebody has cancelled the run
     */
    public Published publish(Run run, Outcome outcome) {
        return scope.inside(run.organisation(), () -> {
            runs.hold(run);
            refuseCancelled(run);
            if (runs.get(run.id()).status() == Run.Status.RUNNING) {
                insert(run, PROPOSALS, outcome.proposals(), Publishing::row);
                insert(run, UNPAIRED, outcome.unpaired(), Publishing::row);
                replace(run);
                finish(run, outcome);
            }
            return counted(run);
        });
    }

    /** Holds the run's row as well, so that from here on it is too late to cancel. */
    private void refuseCancelled(Run run) {
        String sql = "select cancel_requested_at is not null as cancelled from run where id = :run for update";
        boolean cancelled = jdbc.sql(sql)
                .param("run", run.id().value())
                .query((row, number) -> row.getBoolean("cancelled"))
                .single();
        if (cancelled) {
            throw new CancellationException("run " + run.id().value() + " is cancelled");
        }
    }

    /** The rows are new, the planner does not know how many there are: without the setting it compares all with all. */
    private void replace(Run run) {
        long id = run.id().value();
        jdbc.sql("set local enable_nestloop = off").update();
        jdbc.sql(LAPSE)
                .param("run", id)
                .param("day", run.day())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql(WITHDRAW).param("run", id).param("day", run.day()).update();
        jdbc.sql(RENEW).param("run", id).param("day", run.day()).update();
        jdbc.sql(PROPOSE)
                .param("run", id)
                .param("day", run.day())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql(LINK).param("run", id).update();
        jdbc.sql("set local enable_nestloop to default").update();
    }

    private void finish(Run run, Outcome outcome) {
        Figures figures = outcome.figures();
        jdbc.sql(FINISH)
                .param("run", run.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("servedWeight", figures.servedWeight())
                .param("servedWeightBound", figures.servedWeightBound())
                .param("fit", figures.fit())
                .param("fitBound", figures.fitBound().orElse(null), Types.BIGINT)
                .param("requests", figures.requests())
                .param("volunteers", figures.volunteers())
                .param("feasiblePairs", figures.feasiblePairs())
                .param("proposed", figures.proposed())
                .param("unpaired", figures.unpaired())
                .param("meanDistanceMetres", figures.meanDistanceMetres())
                .param("timeLimitReached", figures.timeLimitReached())
                .param("certificate", outcome.certificate())
                .update();
    }

    private Published counted(Run run) {
        String sql = """
                select count(*) filter (where pairing is not null) as standing,
                       count(*) filter (where pairing is null) as outrun
                from proposal
                where run = :run and replan = 0
                """;
        return jdbc.sql(sql)
                .param("run", run.id().value())
                .query((row, number) -> new Published(row.getInt("standing"), row.getInt("outrun")))
                .single();
    }

    private <T> void insert(Run run, String sql, Collection<T> all, Function<T, Map<String, Object>> row) {
        List<T> rest = List.copyOf(all);
        for (int from = 0; from < rest.size(); from += ROWS_AT_A_TIME) {
            List<Map<String, Object>> rows = new ArrayList<>();
            rest.subList(from, Math.min(rest.size(), from + ROWS_AT_A_TIME)).forEach(one -> rows.add(row.apply(one)));
            jdbc.sql(sql)
                    .param("organisation", run.organisation().value())
                    .param("run", run.id().value())
                    .param("rows", JSON.writeValueAsString(rows))
                    .update();
        }
    }

    static Map<String, Object> row(Outcome.Proposal proposal) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("request", proposal.request().value());
        row.put("volunteer", proposal.volunteer().value());
        row.put("day_parts", proposal.dayParts().bits());
        row.put("fit", proposal.fit());
        row.put("distance_metres", proposal.distanceMetres());
        row.put("reasons", new RawValue(proposal.reasons()));
        return row;
    }

    static Map<String, Object> row(Outcome.Unpaired unpaired) {
        return Map.of("request", unpaired.request().value(), "causes", new RawValue(unpaired.causes()));
    }
}
