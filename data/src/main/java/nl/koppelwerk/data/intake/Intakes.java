package nl.koppelwerk.data.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Way;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What families answered; in the organisation whose scope this is called in. */
public final class Intakes {
    private final JdbcClient jdbc;
    private final History history;
    private final Audit audit;

    public Intakes(JdbcClient jdbc, History history, Audit audit) {
        this.jdbc = jdbc;
        this.history = history;
        this.audit = audit;
    }

    /** What came of sending answers. */
    public sealed interface Outcome {
        /** @param changed how many answers are other ones now */
        record Done(int changed) implements Outcome {}

        /**
         * Nothing was kept: some answer is wrong, or a colleague answered the same otherwise meanwhile.
         *
         * @param answers what the form says now: with the newest of a colleague where this one touched nothing
         * @param problems what is wrong, by question
         * @param theirs what a colleague answered where both answered, by question; empty text: took it away
         */
        record Again(Map<String, String> answers, Map<String, String> problems, Map<String, String> theirs)
                implements Outcome {}

        /** There is no such family any more. */
        record Gone() implements Outcome {}
    }

    /** Answers by question, as they are kept. */
    public Map<String, String> find(FamilyId family) {
        Map<String, String> answers = new TreeMap<>();
        jdbc.sql("select question, answer from intake_answer where family = :family")
                .param("family", family.value())
                .query((ResultSet row) -> add(answers, row));
        return answers;
    }

    private static void add(Map<String, String> answers, ResultSet row) throws SQLException {
        answers.put(row.getString("question"), row.getString("answer"));
    }

    /** As {@link #find}, and every need of an open request is a problem unless the family says otherwise. */
    public Map<String, String> shown(FamilyId family) {
        Map<String, String> shown = new TreeMap<>();
        asked(family).forEach(need -> shown.put(Questions.NEED + need, Questions.PROBLEM));
        shown.putAll(find(family));
        return shown;
    }

    /** Needs of its open requests. */
    public List<Need> asked(FamilyId family) {
        return jdbc
                .sql("""
                        select distinct unnest(q.needs::text[]) as need
                        from support_request q where q.family = :family and q.closed_on is null
                        """)
                .param("family", family.value())
                .query((row, number) -> Need.valueOf(row.getString("need")))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /**
     * Keeps what was answered. Of a question that only one of two colleagues answered, that answer counts.
     *
     * @param questions those that were on the page; of others nothing is changed
     * @param before what the page showed when it was opened
     * @param mine what it says now
     */
    public Outcome keep(
            FamilyId family, List<Question> questions, Map<String, String> before, Map<String, String> mine, By by) {
        if (!hold(family)) {
            return new Outcome.Gone();
        }
        Map<String, String> now = shown(family);
        Map<String, String> answers = new HashMap<>();
        Map<String, String> problems = new TreeMap<>();
        Map<String, String> theirs = new TreeMap<>();
        List<String> touched = new ArrayList<>();
        for (Question question : questions) {
            String key = question.key();
            String was = said(before, key);
            String is = said(now, key);
            String my = said(mine, key);
            if (my.equals(was) || my.equals(is)) {
                answers.put(key, is);
                continue;
            }
            answers.put(key, my);
            touched.add(key);
            if (!my.isEmpty()) {
                question.problem(my).ifPresent(problem -> problems.put(key, problem));
            }
            if (!is.equals(was)) {
                theirs.put(key, is);
            }
        }
        if (!problems.isEmpty() || !theirs.isEmpty()) {
            return new Outcome.Again(answers, problems, theirs);
        }
        write(family, touched, answers, by);
        return new Outcome.Done(touched.size());
    }

    private void write(FamilyId family, List<String> touched, Map<String, String> answers, By by) {
        if (touched.isEmpty()) {
            return;
        }
        history.sign(Optional.of(by.account()), Way.PAGE);
        touched.forEach(key -> put(by.organisation(), family, key, said(answers, key)));
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        AuditEntry.Action.CHANGED,
                        AuditEntry.Subject.FAMILY,
                        family.value().toString(),
                        Map.of("what", "intake", "answers", Integer.toString(touched.size()))));
    }

    /** Keeps one answer as it is; an empty one takes it away. */
    public void put(OrganisationId organisation, FamilyId family, String question, String answer) {
        String sql = answer.isEmpty()
                ? "delete from intake_answer where organisation = :organisation and family = :family and question = :question"
                : """
                insert into intake_answer (organisation, family, question, answer)
                values (:organisation, :family, :question, :answer)
                on conflict (organisation, family, question) do update set answer = excluded.answer
                where not sealed_alike(intake_answer.answer, excluded.answer)
                """;
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("family", family.value())
                .param("question", question)
                .param("answer", Clear.of(Cell.INTAKE_ANSWER, Cell.answerOf(family.value(), question), answer))
                .update();
    }

    private boolean hold(FamilyId family) {
        return jdbc.sql("select id from family where id = :id and merged_into is null for no key update")
                .param("id", family.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional()
                .isPresent();
    }

    /** Line ends as one sign, whichever a browser sends. */
    private static String said(Map<String, String> answers, String key) {
        return Objects.requireNonNullElse(answers.get(key), "")
                .replace("\r\n", "\n")
                .strip();
    }
}
