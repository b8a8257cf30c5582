package nl.koppelwerk.data.household;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.data.intake.Question;
import nl.koppelwerk.data.intake.Questions;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a family told at its intake, for the family to take along: by its own link, not by that of who brought it. */
public final class OwnIntake {
    private final JdbcClient jdbc;
    private final Doors doors;
    private final Questions questions;
    private final Audit audit;
    private final Clock clock;

    OwnIntake(JdbcClient jdbc, Doors doors, Questions questions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.doors = doors;
        this.questions = questions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param answers by the key of the question */
    public record Told(List<Question> questions, Map<String, String> answers) {
        public Told {
            questions = List.copyOf(questions);
            answers = Map.copyOf(answers);
        }
    }

    /** Empty: there is no such link, it is of who brought the family, or there is no record of the family yet. */
    public Optional<Told> find(String key) {
        return doors.inside(key, organisation -> told(key, organisation));
    }

    /** Whether anything was answered. */
    public boolean isThere(String key) {
        return doors.inside(
                        key,
                        organisation -> Optional.of(jdbc.sql(
                                        "select exists (select from intake_of(:hash, :at) i where i.question is not null)")
                                .param("hash", Secrets.hash(key))
                                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                                .query(Boolean.class)
                                .single()))
                .orElse(false);
    }

    private Optional<Told> told(String key, OrganisationId organisation) {
        record Row(UUID family, Optional<String> question, Optional<String> answer) {}
        List<Row> rows = jdbc.sql("select family, question, answer from intake_of(:hash, :at)")
                .param("hash", Secrets.hash(key))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        row.getObject("family", UUID.class),
                        Optional.ofNullable(row.getString("question")),
                        Optional.ofNullable(row.getString("answer"))))
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> answers = new TreeMap<>();
        rows.forEach(row ->
                row.question.ifPresent(question -> row.answer.ifPresent(answer -> answers.put(question, answer))));
        audit.add(
                organisation,
                new AuditEntry(
                        Optional.empty(),
                        AuditEntry.Action.EXPORTED,
                        AuditEntry.Subject.FAMILY,
                        rows.getFirst().family().toString(),
                        Map.of("what", "intake", "by", "family")));
        return Optional.of(new Told(asked(), answers));
    }

    /** The words of questions are nobody's secret; which programmes there are is, to who comes in by a link. */
    private List<Question> asked() {
        return WholeOrganisation.seen(jdbc, () -> questions.of(new Programmes(jdbc).list()));
    }
}
