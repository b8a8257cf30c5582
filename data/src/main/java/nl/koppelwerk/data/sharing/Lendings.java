package nl.koppelwerk.data.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Volunteers whom another programme asks for, and what their own programme says to that; inside the scope of the organisation.
 * Only a yes lets the volunteer be asked; a no is seen to by whoever follows the pairing.
 */
public final class Lendings {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    /** @param clock in the zone of the coordinators */
    public Lendings(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that wait for an answer of a programme of the reader's, the longest first. */
    public List<Lending.Asked> waiting() {
        String sql = """
                select l.pairing, l.volunteer, v.name, l.programme, l.run_by, l.kind, l.needs, l.quarters_per_week, l.day_parts,
                       l.languages, l.ages, l.heavy, l.urgency, l.metres, l.asked_at
                from lendings_asked() l
                join volunteer v on v.id = l.volunteer
                order by l.asked_at, l.pairing
                """;
        return jdbc.sql(sql).query((row, number) -> asked(row)).list();
    }

    /** Empty: the volunteer is of the programme itself, or was paired without an agreement. */
    public Optional<Lending> of(PairingId pairing) {
        String sql = """
                select l.asked_at, l.answer, l.reason, a.name as account,
                       exists (select from volunteer v where v.id = l.volunteer) as own
                from lending l
                left join account a on a.organisation = l.organisation and a.id = l.account
                where l.pairing = :pairing
                """;
        return jdbc.sql(sql)
                .param("pairing", pairing.value())
                .query((row, number) -> new Lending(
                        lender(pairing),
                        row.getTimestamp("asked_at").toInstant(),
                        Optional.ofNullable(row.getString("answer")).map("YES"::equals),
                        Optional.ofNullable(row.getString("reason")),
                        Optional.ofNullable(row.getString("account")),
                        row.getBoolean("own")))
                .optional();
    }

    /** Also to whoever does not see the volunteer. */
    private String lender(PairingId pairing) {
        String sql = """
                select string_agg(g.name, ', ' order by g.name)
                from lending l
                join volunteer_programme m on m.organisation = l.organisation and m.volunteer = l.volunteer
                join programme g on g.organisation = m.organisation and g.id = m.programme
                where l.pairing = :pairing
                """;
        return WholeOrganisation.seen(
                jdbc,
                () -> jdbc.sql(sql)
                        .param("pairing", pairing.value())
                        .query(String.class)
                        .optional()
                        .orElse(""));
    }

    /**
     * In the name of the programme that lends.
     *
     * @param refusal why not; empty: yes
     * @return false: nobody waits for an answer of the reader's programmes any more
     */
    public boolean answer(PairingId pairing, Optional<String> refusal, By by) {
        if (waiting().stream().noneMatch(asked -> asked.pairing().equals(pairing))) {
            return false;
        }
        String sql = """
                update lending l set answer = :answer, answered_at = :at, account = :account, reason = :reason
                where l.pairing = :pairing and l.answer is null
                """;
        boolean answered = jdbc.sql(sql)
                        .param("answer", refusal.isEmpty() ? "YES" : "NO")
                        .param("at", Timestamp.from(clock.instant()))
                        .param("account", by.account())
                        .param("reason", Clear.of(Cell.LENDING_REASON, pairing.value(), refusal), Types.VARCHAR)
                        .param("pairing", pairing.value())
                        .update()
                == 1;
        if (answered) {
            WholeOrganisation.seen(jdbc, () -> tell(pairing, refusal, by));
        }
        return answered;
    }

    /** In the history of the pairing, which whoever lends does not see; a no asks for attention. */
    private boolean tell(PairingId pairing, Optional<String> refusal, By by) {
        String sql = """
                with told as (
                    insert into pairing_history (organisation, pairing, at, account, from_step, to_step, reason, note)
                    select k.organisation, k.id, :at, :account, k.step, k.step, :what, :note
                    from pairing k where k.id = :pairing)
                insert into pairing_life (organisation, pairing, attention_since)
                select k.organisation, k.id, :today from pairing k where k.id = :pairing and :refused
                on conflict (organisation, pairing) do update set attention_since = excluded.attention_since
                """;
        String what = refusal.isEmpty() ? "LENDER_SAYS_YES" : "LENDER_SAYS_NO";
        jdbc.sql(sql)
                .param("at", Timestamp.from(clock.instant()))
                .param("account", by.account())
                .param("what", what)
                .param("note", Clear.of(Cell.HISTORY_NOTE, pairing.value(), refusal), Types.VARCHAR)
                .param("pairing", pairing.value())
                .param("today", LocalDate.now(clock))
                .param("refused", refusal.isPresent())
                .update();
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        AuditEntry.Action.DECIDED,
                        AuditEntry.Subject.PAIRING,
                        pairing.value().toString(),
                        Map.of("what", what)));
        return true;
    }

    private static Lending.Asked asked(ResultSet row) throws SQLException {
        Set<Need> needs = Arrays.stream((String[]) row.getArray("needs").getArray())
                .map(Need::valueOf)
                .collect(Collectors.toSet());
        return new Lending.Asked(
                new PairingId(row.getObject("pairing", UUID.class)),
                new VolunteerId(row.getObject("volunteer", UUID.class)),
                row.getString("name"),
                row.getString("programme"),
                row.getString("run_by"),
                SupportKind.valueOf(row.getString("kind")),
                needs,
                new Hours(row.getInt("quarters_per_week")),
                new DayParts(row.getInt("day_parts")),
                Languages.parse(row.getString("languages")),
                List.of((Integer[]) row.getArray("ages").getArray()),
                row.getBoolean("heavy"),
                Urgency.valueOf(row.getString("urgency")),
                Optional.ofNullable(row.getObject("metres", Integer.class)),
                row.getTimestamp("asked_at").toInstant());
    }
}
