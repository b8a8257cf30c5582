package nl.koppelwerk.data.store;

import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.pairing.Change;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Doer;
import nl.koppelwerk.pairing.life.Action;
import nl.koppelwerk.pairing.life.CheckIn;
import nl.koppelwerk.pairing.life.Ending;
import nl.koppelwerk.pairing.life.Help;
import nl.koppelwerk.pairing.life.Introduction;
import nl.koppelwerk.pairing.life.Life;
import nl.koppelwerk.pairing.life.Lives;
import nl.koppelwerk.pairing.life.Pause;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lives of pairings in PostgreSQL; every change of one is in the audit log too. */
public final class KeptLives implements Lives {
    private static final String UPSERT = """
            insert into pairing_life (organisation, pairing, coordinator, family_reply, volunteer_reply, introduction_at,
                introduction_place, introduction_changes, started_on, trial_until, quarters_per_week, aftercare_until,
                paused_on, back_on, pause_reason, resumed_on, family_check_in_on, volunteer_check_in_on, backup,
                attention_since, outcome, end_reason, ended_on)
            values (:organisation, :pairing, :coordinator, :familyReply, :volunteerReply, :introductionAt,
                :introductionPlace, :introductionChanges, :startedOn, :trialUntil, :quartersPerWeek, :aftercareUntil,
                :pausedOn, :backOn, :pauseReason, :resumedOn, :familyCheckInOn, :volunteerCheckInOn, :backup,
                :attentionSince, :outcome, :endReason, :endedOn)
            on conflict (organisation, pairing) do update
            set coordinator = coalesce(pairing_life.coordinator, excluded.coordinator),
                family_reply = excluded.family_reply, volunteer_reply = excluded.volunteer_reply,
                introduction_at = excluded.introduction_at, introduction_place = excluded.introduction_place,
                introduction_changes = excluded.introduction_changes, started_on = excluded.started_on,
                trial_until = excluded.trial_until, quarters_per_week = excluded.quarters_per_week,
                aftercare_until = excluded.aftercare_until, paused_on = excluded.paused_on, back_on = excluded.back_on,
                pause_reason = excluded.pause_reason, resumed_on = excluded.resumed_on,
                family_check_in_on = excluded.family_check_in_on,
                volunteer_check_in_on = excluded.volunteer_check_in_on, backup = excluded.backup,
                attention_since = excluded.attention_since, outcome = excluded.outcome,
                end_reason = excluded.end_reason, ended_on = excluded.ended_on
            """;

    private final JdbcClient jdbc;
    private final KeptPairings pairings;
    private final Audit audit;

    public KeptLives(JdbcClient jdbc, KeptPairings pairings, Audit audit) {
        this.jdbc = jdbc;
        this.pairings = pairings;
        this.audit = audit;
    }

    @Override
    public Life get(Pairing pairing) {
        String sql = """
                select g.trial_weeks, g.check_in_weeks, g.check_in_every_weeks, l.family_reply, l.volunteer_reply,
                       l.introduction_at, l.introduction_place, l.introduction_changes, l.started_on, l.trial_until,
                       l.quarters_per_week, l.aftercare_until, l.paused_on, l.back_on, l.pause_reason, l.resumed_on,
                       l.backup, l.attention_since, l.outcome, l.end_reason, l.ended_on,
                       q.closed_on is null as asks_again,
                       (select max(c.week) from check_in c
                        where c.pairing = :pairing and c.side = 'FAMILY') as family_week,
                       (select max(c.week) from check_in c
                        where c.pairing = :pairing and c.side = 'VOLUNTEER') as volunteer_week
                from support_request q
                join programme g on g.organisation = q.organisation and g.id = q.programme
                left join pairing_life l on l.organisation = q.organisation and l.pairing = :pairing
                where q.id = :request
                """;
        return jdbc.sql(sql)
                .param("pairing", pairing.id().value())
                .param("request", pairing.request().value())
                .query((row, number) -> LifeRow.life(pairing, row))
                .single();
    }

    @Override
    public boolean lenderAgrees(Pairing pairing) {
        return pairings.lenderAgrees(pairing);
    }

    @Override
    public void keep(Life changed, Change change) {
        Pairing pairing = changed.pairing();
        pairings.keep(pairing, change);
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("organisation", pairing.organisation().value());
        row.put("pairing", pairing.id().value());
        row.put("coordinator", change.by().account().orElse(null));
        row.put("familyReply", name(changed.meeting().replies().get(Side.FAMILY)));
        row.put("volunteerReply", name(changed.meeting().replies().get(Side.VOLUNTEER)));
        row.put("familyCheckInOn", changed.checkInOn(Side.FAMILY).orElse(null));
        row.put("volunteerCheckInOn", changed.checkInOn(Side.VOLUNTEER).orElse(null));
        row.put("attentionSince", changed.attentionSince().orElse(null));
        row.put("backup", changed.backup().map(VolunteerId::value).orElse(null));
        put(row, changed.pairing().id(), changed.meeting().introduction().orElse(null));
        put(row, changed.help().orElse(null));
        put(row, changed.ending().orElse(null));
        JdbcClient.StatementSpec upsert = jdbc.sql(UPSERT);
        row.forEach((column, value) -> upsert.param(column, value, type(column)));
        upsert.update();
        audit.add(pairing.organisation(), entry(pairing, change));
    }

    private static AuditEntry entry(Pairing pairing, Change change) {
        return new AuditEntry(
                change.by().account(),
                AuditEntry.Action.CHANGED,
                AuditEntry.Subject.PAIRING,
                pairing.id().value().toString(),
                Map.of(
                        "from", change.from().name(),
                        "to", change.to().name(),
                        "what", change.reason().orElse(""),
                        "version", Integer.toString(pairing.version()),
                        "by", change.by().oneself().map(Side::name).orElse("COORDINATOR")));
    }

    private static int type(String column) {
        return switch (column) {
            case "organisation", "pairing", "coordinator", "backup" -> Types.OTHER;
            case "introductionAt" -> Types.TIMESTAMP;
            case "introductionChanges", "quartersPerWeek" -> Types.INTEGER;
            case "familyReply", "volunteerReply", "introductionPlace", "pauseReason", "outcome", "endReason" ->
                Types.VARCHAR;
            default -> Types.DATE;
        };
    }

    private static void put(Map<String, @Nullable Object> row, PairingId pairing, @Nullable Introduction introduction) {
        row.put("introductionAt", introduction == null ? null : introduction.at());
        row.put(
                "introductionPlace",
                introduction == null ? null : Clear.of(Cell.INTRODUCTION_PLACE, pairing.value(), introduction.place()));
        row.put("introductionChanges", introduction == null ? 0 : introduction.changes());
    }

    private static void put(Map<String, @Nullable Object> row, @Nullable Help help) {
        @Nullable Pause pause = help == null ? null : help.pause().orElse(null);
        row.put("startedOn", help == null ? null : help.startedOn());
        row.put("trialUntil", help == null ? null : help.trialUntil());
        row.put("quartersPerWeek", help == null ? null : help.hoursPerWeek().quarters());
        row.put("aftercareUntil", help == null ? null : help.aftercareUntil().orElse(null));
        row.put("resumedOn", help == null ? null : help.resumedOn().orElse(null));
        row.put("pausedOn", pause == null ? null : pause.from());
        row.put("backOn", pause == null ? null : pause.backOn());
        row.put("pauseReason", pause == null ? null : pause.reason().name());
    }

    private static void put(Map<String, @Nullable Object> row, @Nullable Ending ending) {
        row.put("outcome", ending == null ? null : ending.outcome().name());
        row.put("endReason", ending == null ? null : ending.reason().name());
        row.put("endedOn", ending == null ? null : ending.on());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    @Override
    public void keep(Pairing pairing, int week, LocalDate heldOn, Action.HoldCheckIn held, Doer by) {
        String sql = """
                insert into check_in (organisation, pairing, side, week, held_on, mood, quarters_per_week, worries, wish,
                                      account)
                values (:organisation, :pairing, :side, :week, :heldOn, :mood, :quarters, :worries, :wish, :account)
                """;
        CheckIn said = held.said();
        jdbc.sql(sql)
                .param("organisation", pairing.organisation().value())
                .param("pairing", pairing.id().value())
                .param("side", held.side().name())
                .param("week", week)
                .param("heldOn", heldOn)
                .param("mood", said.mood())
                .param("quarters", said.hoursPerWeek().quarters())
                .param("worries", Clear.of(Cell.CHECK_IN_WORRIES, pairing.id().value(), said.worries()), Types.VARCHAR)
                .param("wish", said.wish().name())
                .param("account", by.account().orElse(null), Types.OTHER)
                .update();
        said.progress().forEach((domain, score) -> progress(pairing, held.side(), week, domain.name(), score));
    }

    @Override
    public void remember(Pairing pairing, Change tooLate) {
        pairings.remember(pairing, tooLate);
        audit.add(pairing.organisation(), entry(pairing, tooLate));
    }

    private void progress(Pairing pairing, Side side, int week, String domain, int score) {
        String sql = """
                insert into check_in_progress (organisation, pairing, side, week, life_domain, score)
                values (:organisation, :pairing, :side, :week, :domain, :score)
                """;
        jdbc.sql(sql)
                .param("organisation", pairing.organisation().value())
                .param("pairing", pairing.id().value())
                .param("side", side.name())
                .param("week", week)
                .param("domain", domain)
                .param("score", score)
                .update();
    }

    @Override
    public void handTo(Pairing pairing, CoordinatorId coordinator) {
        jdbc.sql("update pairing_life set coordinator = :coordinator where pairing = :pairing")
                .param("coordinator", coordinator.value())
                .param("pairing", pairing.id().value())
                .update();
    }

    @Override
    public void closeRequest(Pairing ended, LocalDate on) {
        jdbc.sql(
                        "update support_request set closed_on = :on, version = version + 1 where id = :id and closed_on is null")
                .param("on", on)
                .param("id", ended.request().value())
                .update();
    }

    @Override
    public void block(Pairing ended, EndReason reason, Optional<LocalDate> until, CoordinatorId by) {
        pairings.block(ended, reason.name(), until, by);
    }
}
