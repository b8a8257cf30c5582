package nl.koppelwerk.data.person;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Subject;
import nl.koppelwerk.data.history.Way;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A volunteer pauses, comes back or stops. A pause that a coordinator writes down is ended by a person, the day is a
 * reminder; one that volunteers choose themselves ends on its day.
 */
public final class PausingVolunteers {
    private final JdbcClient jdbc;
    private final History history;
    private final Audit audit;

    public PausingVolunteers(JdbcClient jdbc, History history, Audit audit) {
        this.jdbc = jdbc;
        this.history = history;
        this.audit = audit;
    }

    /**
     * From now on the volunteer is in no new proposal, and proposals that wait for a decision go. Pairings go on.
     *
     * @param until first day back; empty: not known
     */
    public StatusChange pause(VolunteerId id, AbsenceReason reason, Optional<LocalDate> until, long seen, By by) {
        return change(id, new State(until, Optional.empty(), Optional.of(reason)), seen, by);
    }

    /** As a pause without an end; not while a pairing is under way. */
    public StatusChange stop(VolunteerId id, AbsenceReason reason, long seen, By by) {
        return new OpenProposals(jdbc).pairingUnderWay(id.value())
                ? StatusChange.PAIRING_UNDER_WAY
                : change(id, new State(Optional.empty(), Optional.of(history.today()), Optional.of(reason)), seen, by);
    }

    /** Not while consent is withdrawn: whoever comes back agrees first. */
    public StatusChange resume(VolunteerId id, long seen, By by) {
        return withdrewConsent(id)
                ? StatusChange.CONSENT_WITHDRAWN
                : change(id, new State(Optional.empty(), Optional.empty(), Optional.empty()), seen, by);
    }

    /**
     * As the volunteer says so, whatever was there before; with a last day it ends by itself.
     *
     * @param reason empty: back
     */
    public void byThemselves(VolunteerId id, Optional<AbsenceReason> reason, Optional<LocalDate> until) {
        write(id, new State(until, Optional.empty(), reason), until.isPresent(), Optional.empty(), Way.OWN_PAGE);
    }

    /**
     * A pause without an end, as nothing may be planned with this volunteer; who stopped stays so.
     *
     * @param account who wrote it down; empty: the volunteer
     */
    public void withoutConsent(VolunteerId id, Optional<UUID> account) {
        boolean stopped = jdbc.sql("select 1 from volunteer where id = :id and stopped_on is not null")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!stopped) {
            State paused = new State(Optional.empty(), Optional.empty(), Optional.of(AbsenceReason.OTHER));
            write(id, paused, false, account, account.isPresent() ? Way.PAGE : Way.OWN_PAGE);
        }
    }

    /** Whether the volunteer agreed once, and to nothing any more. */
    public boolean withdrewConsent(VolunteerId id) {
        return jdbc.sql(
                        "select bool_and(withdrawn_on is not null) from consent where volunteer = :id having count(*) > 0")
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Those whose own pause is over are back; says who. */
    public List<VolunteerId> endOwnPauses() {
        List<VolunteerId> back = jdbc.sql("""
                        select id from volunteer
                        where returns_by_itself and paused_until <= :today and merged_into is null
                        order by id for no key update
                        """)
                .param("today", history.today())
                .query((row, number) -> new VolunteerId(row.getObject("id", UUID.class)))
                .list();
        State active = new State(Optional.empty(), Optional.empty(), Optional.empty());
        back.forEach(id -> write(id, active, false, Optional.empty(), Way.SOFTWARE));
        return back;
    }

    /** Without a reason: active. */
    private record State(
            Optional<LocalDate> pausedUntil, Optional<LocalDate> stoppedOn, Optional<AbsenceReason> reason) {}

    private StatusChange change(VolunteerId id, State state, long seen, By by) {
        boolean there = jdbc.sql("select 1 from volunteer where id = :id and merged_into is null for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!there) {
            return StatusChange.GONE;
        }
        if (history.last(Subject.of(id)) > seen) {
            return StatusChange.OUTDATED;
        }
        write(id, state, false, Optional.of(by.account()), Way.PAGE);
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        AuditEntry.Action.CHANGED,
                        AuditEntry.Subject.VOLUNTEER,
                        id.value().toString(),
                        Map.of("what", what(state))));
        return StatusChange.DONE;
    }

    private static String what(State state) {
        return state.reason().isEmpty() ? "resumed" : state.stoppedOn().isPresent() ? "stopped" : "paused";
    }

    private void write(VolunteerId id, State state, boolean returns, Optional<UUID> account, Way way) {
        String sql = """
                update volunteer
                set active = :active, paused_until = :pausedUntil, stopped_on = :stoppedOn, inactive_reason = :reason,
                    returns_by_itself = :returns, version = version + 1
                where id = :id
                """;
        history.sign(account, way);
        jdbc.sql(sql)
                .param("returns", returns)
                .param("active", state.reason().isEmpty())
                .param("pausedUntil", state.pausedUntil().orElse(null), Types.DATE)
                .param("stoppedOn", state.stoppedOn().orElse(null), Types.DATE)
                .param("reason", state.reason().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("id", id.value())
                .update();
        if (state.reason().isPresent()) {
            new OpenProposals(jdbc).withdraw(id.value(), "VOLUNTEER_AWAY", account, history.moment());
        }
    }
}
