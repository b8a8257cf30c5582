package nl.koppelwerk.data.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.format.TableSpec;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Way;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What merging families and merging volunteers have in common. The record that is merged stays as it was, under its own
 * number, and points to the other; what hangs on it moves. No row is deleted.
 */
final class Merging {
    private static final String UNDER_WAY = "('ACCEPTED', 'ASKED', 'INTRODUCTION', 'TRIAL', 'RUNNING', 'CLOSING')";

    private final JdbcClient jdbc;
    private final History history;
    private final Audit audit;

    Merging(JdbcClient jdbc, History history, Audit audit) {
        this.jdbc = jdbc;
        this.history = history;
        this.audit = audit;
    }

    /** Keeps others from changing the two until this transaction ends; always in the same order. */
    void hold(String table, UUID one, UUID other) {
        jdbc.sql("select id from " + table + " where id in (:ids) order by id for update")
                .param("ids", List.of(one, other))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whether pairings of both are under way on the same part of the week. */
    boolean sameDayPart(UUID one, UUID other) {
        String sql = """
                select exists (select from pairing a
                               join support_request q on q.id = a.request
                               join pairing b on a.day_parts::integer & b.day_parts::integer <> 0
                               join support_request r on r.id = b.request
                               where a.step in %1$s and b.step in %1$s
                                 and :one in (q.family, a.volunteer) and :other in (r.family, b.volunteer))
                """.formatted(UNDER_WAY);
        return jdbc.sql(sql)
                .param("one", one)
                .param("other", other)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Whether a pairing under way of one is with somebody whom the other must not be paired with. */
    boolean blocked(UUID one, UUID other) {
        String sql = """
                select exists (select from pairing k
                               join support_request q on q.id = k.request
                               join block b on (b.until is null or b.until > :today)
                               where k.step in %s
                                 and (q.family in (:both) and b.family in (:both) and b.family <> q.family
                                      and b.volunteer = k.volunteer
                                   or k.volunteer in (:both) and b.volunteer in (:both) and b.volunteer <> k.volunteer
                                      and b.family = q.family))
                """.formatted(UNDER_WAY);
        return jdbc.sql(sql)
                .param("today", history.today())
                .param("both", List.of(one, other))
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** The cells of the record that stays, with those that are taken from the other. */
    static Row chosen(
            TableSpec table, Map<Column, String> kept, Map<Column, String> merged, Collection<String> takenFromMerged) {
        Map<Column, String> cells = new HashMap<>(kept);
        merged.forEach((column, text) -> {
            if (takenFromMerged.contains(column.english())) {
                cells.put(column, text);
            }
        });
        return Row.of(table, cells);
    }

    void sign(By by) {
        history.sign(Optional.of(by.account()), Way.MERGE);
    }

    /** What somebody agreed to as either of the two, unless the one who stays said something else of that programme. */
    void moveSharing(String side, UUID into, UUID merged) {
        move("""
                update sharing_consent c set %1$s = :into
                where c.%1$s = :merged
                  and not exists (select from sharing_consent o where o.%1$s = :into and o.programme = c.programme)
                """.formatted(side), into, merged);
    }

    /**
     * Blocks of the merged record hold for the one that stays; where that has one with the same other side, the stricter.
     *
     * @param side {@code family} or {@code volunteer}
     */
    void moveBlocks(String side, UUID into, UUID merged) {
        String other = side.equals("family") ? "volunteer" : "family";
        String stricter = """
                update block k set until = m.until, reason = m.reason
                from block m
                where k.%1$s = :into and m.%1$s = :merged and m.%2$s = k.%2$s
                  and coalesce(m.until, 'infinity') > coalesce(k.until, 'infinity')
                """.formatted(side, other);
        String rest = """
                update block m set %1$s = :into
                where m.%1$s = :merged
                  and not exists (select from block k where k.%1$s = :into and k.%2$s = m.%2$s)
                """.formatted(side, other);
        Stream.of(stricter, rest).forEach(sql -> move(sql, into, merged));
    }

    void move(String sql, UUID into, UUID merged) {
        jdbc.sql(sql).param("into", into).param("merged", merged).update();
    }

    /** What was merged into the merged record before goes along, so that every old number leads to the same page. */
    void pointTo(String table, UUID into, UUID merged) {
        moveContact(table, into, merged);
        for (String asked : List.of("erasure_request", "legal_hold")) {
            move("""
                    update %1$s a set %2$s = :into
                    where a.%2$s = :merged and not exists (select from %1$s o where o.%2$s = :into)
                    """.formatted(asked, table), into, merged);
        }
        moveConsent(table, into, merged);
        move("update " + table + " set merged_into = :into where merged_into = :merged", into, merged);
        move("update " + table + " set merged_into = :into, version = version + 1 where id = :merged", into, merged);
    }

    /** Encrypted values belong to their row, so they are read and written anew. */
    private void moveContact(String table, UUID into, UUID merged) {
        boolean family = table.equals("family");
        Map<String, Cell> cells = Map.of(
                "email", family ? Cell.FAMILY_EMAIL : Cell.VOLUNTEER_EMAIL,
                "phone", family ? Cell.FAMILY_PHONE : Cell.VOLUNTEER_PHONE);
        cells.forEach((column, cell) -> jdbc.sql(
                        "select " + column + " from " + table + " where id = :merged and " + column + " is not null")
                .param("merged", merged)
                .query(String.class)
                .optional()
                .ifPresent(value -> jdbc.sql("update " + table + " set " + column + " = :value where id = :into and "
                                + column + " is null")
                        .param("value", Clear.of(cell, into, value))
                        .param("into", into)
                        .update()));
    }

    /** What the one that stays did not answer at its intake; read and written anew too. */
    void moveAnswers(UUID into, UUID merged) {
        record Answer(String question, String text) {}
        jdbc.sql("""
                        select question, answer from intake_answer a
                        where a.family = :merged
                          and not exists (select from intake_answer o where o.family = :into and o.question = a.question)
                        """)
                .param("into", into)
                .param("merged", merged)
                .query((row, number) -> new Answer(row.getString("question"), row.getString("answer")))
                .list()
                .forEach(answer -> jdbc.sql("""
                                update intake_answer set family = :into, answer = :answer
                                where family = :merged and question = :question
                                """)
                        .param("into", into)
                        .param("merged", merged)
                        .param("question", answer.question())
                        .param(
                                "answer",
                                Clear.of(Cell.INTAKE_ANSWER, Cell.answerOf(into, answer.question()), answer.text()))
                        .update());
    }

    /** Whoever withdrew after agreeing has withdrawn, on whichever of the two records. */
    private void moveConsent(String table, UUID into, UUID merged) {
        move("""
                update consent a set %1$s = :into
                where a.%1$s = :merged
                  and not exists (select from consent o where o.%1$s = :into and o.version = a.version
                                                          and o.withdrawn_on is null and a.withdrawn_on is null)
                """.formatted(table), into, merged);
        move("""
                update consent o set withdrawn_on = (select max(w.withdrawn_on) from consent w where w.%1$s = o.%1$s)
                where o.%1$s in (:into, :merged) and o.withdrawn_on is null
                  and exists (select from consent w where w.%1$s = :into and w.withdrawn_on > o.given_on)
                """.formatted(table), into, merged);
        if (table.equals("volunteer")) {
            move("""
                    update volunteer v set active = false, paused_until = null, returns_by_itself = false,
                        inactive_reason = coalesce(v.inactive_reason, 'OTHER'), version = version + 1
                    where v.id = :into and v.active and cast(:merged as uuid) is not null
                      and exists (select from consent c where c.volunteer = v.id)
                      and not exists (select from consent c where c.volunteer = v.id and c.withdrawn_on is null)
                    """, into, merged);
        }
    }

    Merge done(AuditEntry.Subject subject, UUID into, UUID merged, By by) {
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        AuditEntry.Action.MERGED,
                        subject,
                        into.toString(),
                        Map.of("merged", merged.toString())));
        return new Merge.Merged(into);
    }
}
