package nl.koppelwerk.data.run;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a mended part of the plan in place of what stood there, all of it or nothing. A proposal that a person has touched or
 * has open is never changed, and what is withdrawn ends with a line in its history.
 */
public final class Renewing {
    /** The reason in the history of a proposal that a decision elsewhere has overtaken. */
    public static final String REPLANNED = "REPLANNED";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String FREE = """
            select p.id
            from pairing p
            join jsonb_to_recordset(cast(:rows as jsonb)) as r(id uuid, version integer)
                on r.id = p.id and r.version = p.version
            where p.step = 'PROPOSED' and not (p.held and (p.held_until is null or p.held_until > :day))
              and not exists (select from proposal_reader o where o.pairing = p.id and o.seen_at > :busySince)
            order by p.id
            for update of p
            """;
    private static final String WITHDRAW = """
            with ended as (
                update pairing
                set step = 'ENDED', version = version + 1
                where id = any(:ids)
                returning organisation, id)
            insert into pairing_history (organisation, pairing, at, from_step, to_step, reason)
            select organisation, id, :now, 'PROPOSED', 'ENDED', :reason from ended
            """;
    private static final String PROPOSALS = """
            insert into proposal
                (organisation, run, request, replan, volunteer, day_parts, fit, distance_metres, reasons, pairing)
            select :organisation, :run, r.request, :replan, r.volunteer, r.day_parts, r.fit, r.distance_metres,
                   r.reasons, r.pairing
            from jsonb_populate_recordset(null::proposal, cast(:rows as jsonb)) r
            """;
    private static final String PROPOSE = """
            with added as (
                insert into pairing (organisation, id, request, volunteer, day_parts, step, run, proposed_at)
                select :organisation, r.pairing, r.request, r.volunteer, r.day_parts, 'PROPOSED', :run, :now
                from jsonb_populate_recordset(null::proposal, cast(:rows as jsonb)) r
                join support_request s on s.id = r.request
                join volunteer v on v.id = r.volunteer
                where s.closed_on is null and v.active
                  and not exists (select from block b
                                  where b.family = s.family and b.volunteer = r.volunteer
                                    and (b.until is null or b.until > :day))
                order by r.request
                on conflict do nothing
                returning organisation, id)
            insert into pairing_history (organisation, pairing, at, to_step)
            select organisation, id, :now, 'PROPOSED' from added
            """;
    private static final String UNPAIRED = """
            insert into unpaired (organisation, run, request, replan, causes)
            select :organisation, :run, r.request, :replan, r.causes
            from jsonb_populate_recordset(null::unpaired, cast(:rows as jsonb)) r
            on conflict (organisation, run, request) do nothing
            """;

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Audit audit;
    private final Clock clock;

    /** @param clock in the zone of the coordinators */
    public Renewing(JdbcClient jdbc, OrganisationScope scope, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** One renewal as it is written: everything at one moment, by which what belongs together is found again. */
    private record Writing(OrganisationId organisation, Renewal renewal, Timestamp at) {
        long run() {
            return renewal.run().value();
        }
    }

    /** Somebody changed or opened what was to be renewed, so none of it is. */
    private static final class DisturbedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * In one transaction.
     *
     * @return false, and nothing changed, when somebody was first or another run has published: the plan is to be mended again
     */
    public boolean publish(OrganisationId organisation, Renewal renewal) {
        Writing writing = new Writing(organisation, renewal, Timestamp.from(clock.instant()));
        try {
            scope.inside(organisation, () -> {
                hold(writing);
                holdProposals(renewal);
                write(writing, number(writing));
            });
            return true;
        } catch (DisturbedException e) {
            return false;
        }
    }

    /** No night publishes until the transaction ends, and none has since the plan was mended. */
    private void hold(Writing writing) {
        String sql = """
                select (select max(r.id) from run r where r.status = 'PUBLISHED') as last
                from (select number from run_fence where organisation = :organisation for update) fence
                """;
        long last = jdbc.sql(sql)
                .param("organisation", writing.organisation().value())
                .query(Long.class)
                .single();
        undisturbedOnly(last == writing.run());
    }

    private void holdProposals(Renewal renewal) {
        List<Map<String, Object>> rows = Stream.concat(
                        renewal.withdrawn().stream(), renewal.moved().stream().map(Renewal.Moved::proposal))
                .map(proposal -> Map.<String, Object>of("id", proposal.id().value(), "version", proposal.version()))
                .toList();
        int free = jdbc.sql(FREE)
                .param("rows", JSON.writeValueAsString(rows))
                .param("busySince", ProposalReaders.busySince(clock))
                .param("day", LocalDate.now(clock))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list()
                .size();
        undisturbedOnly(free == rows.size());
    }

    private int number(Writing writing) {
        String sql = """
                insert into replan (organisation, run, number, at, account, withdrawn, moved, added)
                select :organisation, :run, coalesce(max(number), 0) + 1, :at, :account, :withdrawn, :moved, :added
                from replan
                where run = :run
                returning number
                """;
        Renewal renewal = writing.renewal();
        return jdbc.sql(sql)
                .param("organisation", writing.organisation().value())
                .param("run", writing.run())
                .param("at", writing.at())
                .param("account", renewal.account().orElse(null), Types.OTHER)
                .param("withdrawn", renewal.withdrawn().size())
                .param("moved", renewal.moved().size())
                .param("added", renewal.added().size())
                .query(Integer.class)
                .single();
    }

    private void write(Writing writing, int replan) {
        Renewal renewal = writing.renewal();
        withdraw(renewal, writing.at());
        renewal.moved().forEach(moved -> move(moved, writing.at()));
        propose(writing, replan);
        List<Map<String, Object>> left =
                renewal.unpaired().stream().map(Publishing::row).toList();
        insert(UNPAIRED, writing, left).param("replan", replan).update();
        audit.add(
                writing.organisation(),
                new AuditEntry(
                        renewal.account(),
                        AuditEntry.Action.CHANGED,
                        AuditEntry.Subject.RUN,
                        Long.toString(writing.run()),
                        Map.of("replan", Integer.toString(replan))));
    }

    private void withdraw(Renewal renewal, Timestamp at) {
        UUID[] ids = renewal.withdrawn().stream()
                .map(Pairing::id)
                .map(PairingId::value)
                .toArray(UUID[]::new);
        jdbc.sql(WITHDRAW)
                .param("ids", ids)
                .param("now", at)
                .param("reason", REPLANNED)
                .update();
    }

    private void move(Renewal.Moved moved, Timestamp at) {
        String sql = """
                with moved as (
                    update pairing
                    set day_parts = :dayParts, version = version + 1
                    where id = :id
                    returning organisation, id)
                insert into pairing_history (organisation, pairing, at, from_step, to_step, reason)
                select organisation, id, :now, 'PROPOSED', 'PROPOSED', :reason from moved
                """;
        jdbc.sql(sql)
                .param("now", at)
                .param("reason", REPLANNED)
                .param("dayParts", moved.dayParts().bits())
                .param("id", moved.proposal().id().value())
                .update();
    }

    private void propose(Writing writing, int replan) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Outcome.Proposal proposal : writing.renewal().added()) {
            Map<String, Object> row = Publishing.row(proposal);
            row.put("pairing", pairing(writing.run(), replan, proposal));
            rows.add(row);
        }
        int added = insert(PROPOSE, writing, rows)
                .param("now", writing.at())
                .param("day", LocalDate.now(clock))
                .update();
        undisturbedOnly(added == rows.size());
        insert(PROPOSALS, writing, rows).param("replan", replan).update();
    }

    /** An id that follows from what is proposed and when. */
    private static UUID pairing(long run, int replan, Outcome.Proposal proposal) {
        String name = "pairing " + run + " " + proposal.request().value() + " " + replan;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private JdbcClient.StatementSpec insert(String sql, Writing writing, List<Map<String, Object>> rows) {
        return jdbc.sql(sql)
                .param("organisation", writing.organisation().value())
                .param("run", writing.run())
                .param("rows", JSON.writeValueAsString(rows));
    }

    private static void undisturbedOnly(boolean undisturbed) {
        if (!undisturbed) {
            throw new DisturbedException();
        }
    }
}
