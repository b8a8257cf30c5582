package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks into a database behind the application's back, as the superuser, for what is lost, doubled or stuck. */
final class Inspection {
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private static final Map<String, String> LOST = Map.of(
            "proposals of a published run", """
                    select r.id::text from run r
                    where r.status = 'PUBLISHED'
                      and r.proposed <> (select count(*) from proposal p where p.run = r.id and p.replan = 0)
                    """,
            "the log's entry of a decision", """
                    select h.pairing::text from pairing_history h
                    where h.account is not null
                      and not exists (select from audit_entry a
                                      where a.object_id = h.pairing::text and a.action = 'DECIDED')
                    """,
            "the decision of an entry in the log", """
                    select a.object_id from audit_entry a
                    where a.action = 'DECIDED'
                      and not exists (select from pairing_history h
                                      where h.pairing::text = a.object_id and h.account is not null)
                    """,
            "the end of an import", "select name from import_file where finished_at is null",
            "the log's entry of an erasure", """
                    select v.id::text from volunteer v
                    where v.erased_on is not null
                      and not exists (select from audit_entry a
                                      where a.object_id = v.id::text and a.action = 'REMOVED')
                    """);

    private static final Map<String, String> DOUBLED = Map.of(
            "a proposal for one request", """
                    select request::text from pairing where step <> 'ENDED'
                    group by organisation, request having count(*) > 1
                    """,
            "a step in the history", """
                    select pairing::text from pairing_history where account is not null
                    group by organisation, pairing, from_step, to_step having count(*) > 1
                    """,
            "an entry in the log", """
                    select action || ' ' || object_id from audit_entry where action in ('DECIDED', 'REMOVED', 'IMPORTED')
                    group by organisation, account, action, object_type, object_id, detail having count(*) > 1
                    """,
            "a mail", """
                    select recipient || ' ' || subject from outgoing_mail
                    group by organisation, recipient, subject, created_at::date having count(*) > 1
                    """,
            "an import", """
                    select min(name) from import_file where refusal is null
                    group by organisation, sha256 having count(*) > 1
                    """,
            "a night that is due once", """
                    select day::text from run
                    where status = 'PUBLISHED' and account is null
                    group by organisation, day having count(*) > 1
                    """);

    private static final Map<String, String> STUCK = Map.of(
            "a run", """
                    select id || ' ' || status from run
                    where status = 'RUNNING' or status = 'PUBLISHED' and reconciled_at is null
                    """,
            "a job", """
                    select job_execution_id::text from batch.batch_job_execution
                    where status in ('STARTING', 'STARTED', 'STOPPING')
                    """,
            "a lock", """
                    select objid::text from pg_locks
                    where locktype = 'advisory'
                      and database = (select oid from pg_database where datname = current_database())
                    """,
            "a transaction", """
                    select pid::text from pg_stat_activity
                    where datname = current_database() and state like 'idle in transaction%'
                    """);

    private final Connection database;

    Inspection(Connection database) {
        this.database = database;
    }

    /** All that holds whatever happened. */
    Found everything() throws SQLException {
        Found found = Found.nothing();
        look(LOST, found.lost());
        look(DOUBLED, found.doubled());
        Patience.until(A_MOMENT, () -> {
            found.stuck().clear();
            look(STUCK, found.stuck());
            return found.stuck().isEmpty();
        });
        return found;
    }

    private void look(Map<String, String> queries, List<String> into) throws SQLException {
        for (Map.Entry<String, String> query : queries.entrySet()) {
            texts(query.getValue()).forEach(one -> into.add(query.getKey() + " " + one));
        }
    }

    /** What coordinators see: request, volunteer and day-parts of every proposal that stands. */
    List<String> standing() throws SQLException {
        return texts("""
                select s.reference || ' ' || v.reference || ' ' || p.day_parts
                from pairing p
                join support_request s on s.organisation = p.organisation and s.id = p.request
                join volunteer v on v.organisation = p.organisation and v.id = p.volunteer
                where p.step = 'PROPOSED'
                order by 1
                """);
    }

    /** Decisions that somebody was told of and that are not there. */
    void decisions(Set<String> told, Found found) throws SQLException {
        Set<String> there = new HashSet<>(texts(
                "select pairing::text from pairing_history where account is not null and from_step = 'PROPOSED'"));
        told.stream()
                .filter(id -> !there.contains(id))
                .forEach(id -> found.lost().add("decision on " + id));
    }

    /** Mails in the folder against those that the outbox says were sent; how many nobody is sure of. */
    int mails(Path folder, Found found) throws SQLException, IOException {
        List<String> files = subjects(folder);
        Set<String> once = new HashSet<>();
        files.stream()
                .filter(subject -> !once.add(subject))
                .forEach(twice -> found.doubled().add("mail " + twice));
        ofTheScene("sent_at is not null").stream()
                .filter(subject -> !once.contains(subject))
                .forEach(subject -> found.lost().add("mail " + subject));
        texts("""
                select id::text from outgoing_mail
                where sent_at is null and claimed_at is null
                """).forEach(subject -> found.stuck().add("mail " + subject));
        return texts("select id::text from outgoing_mail where sent_at is null and claimed_at is not null")
                .size();
    }

    /** Mail that the scene began with, by the subject that it has on paper. */
    List<String> ofTheScene(String condition) throws SQLException {
        return texts("select 'Proef ' || right(id::text, 12)::bigint from outgoing_mail where id::text like '"
                + Scene.MAIL_IDS + "%' and " + condition);
    }

    static List<String> subjects(Path folder) throws IOException {
        List<String> subjects = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.readAllLines(file, java.nio.charset.StandardCharsets.ISO_8859_1).stream()
                            .filter(line -> line.startsWith("Subject: Proef "))
                            .forEach(line -> subjects.add(line.substring("Subject: ".length())));
                }
            }
        }
        return subjects;
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }

    /** The first column of every row. */
    List<String> texts(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
