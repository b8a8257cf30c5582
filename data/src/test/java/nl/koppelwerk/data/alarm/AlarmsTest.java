package nl.koppelwerk.data.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each test has an organisation of its own name; those of the others stay beside it. */
@ExtendWith(DatabaseExtension.class)
class AlarmsTest {
    private static final Instant NOW = Instant.parse("2026-03-17T09:30:00Z");

    private final TestDatabase database;
    private final Alarms alarms;
    private OrganisationId ours = new OrganisationId(new UUID(0, 0));
    private String name = "";

    AlarmsTest(TestDatabase database) {
        this.database = database;
        alarms = new Alarms(
                database.jdbc(),
                database.scope(),
                new Organisations(database.jdbc(), database.scope()),
                Clock.fixed(NOW, ZoneId.of("Europe/Amsterdam")));
    }

    @BeforeEach
    void beginATown(TestInfo test) {
        name = test.getDisplayName();
        ours = database.organisation(name);
        Town.of(ours, 6, 10).saveIn(database);
        change("update volunteer set screened = '2026-03-01', active = true");
        change("update support_request set closed_on = null, waiting_since = '2026-03-01'");
    }

    @Test
    void runsThatFailAndRunsThatDoNotComeAreFound() {
        assertThat(found()).as("families wait, no run ever").containsExactly("RUN_LATE 0");

        published("2026-03-16T01:00:00Z", 1000, 1000);
        assertThat(found()).as("two nights ago").containsExactly("RUN_LATE 33");
        published("2026-03-17T01:00:00Z", 1000, 1000);
        assertThat(found()).isEmpty();

        long failed = run("FAILED", "2026-03-17T02:00:00Z", 0, 0);
        assertThat(found()).containsExactly("RUN_FAILED " + failed);
        run("RUNNING", "2026-03-17T09:00:00Z", 0, 0);
        assertThat(found()).as("the next one only began").containsExactly("RUN_FAILED " + failed);
    }

    @Test
    void nobodyWaitsSoNoRunIsLate() {
        change("update support_request set closed_on = '2026-03-02'");
        assertThat(found()).isEmpty();
    }

    @Test
    void aGapThatGrewIsFoundAgainstTheNightsBefore() {
        for (int day = 11; day <= 15; day++) {
            published("2026-03-" + day + "T01:00:00Z", 9996, 10000);
        }
        published("2026-03-16T21:00:00Z", 9989, 10000);
        assertThat(found()).as("less than three times as wide").isEmpty();
        published("2026-03-16T22:00:00Z", 9984, 10000);
        assertThat(found()).containsExactly("GAP_GROWN 16");
        published("2026-03-17T01:00:00Z", 9999, 10000);
        assertThat(found()).isEmpty();
    }

    @Test
    void mailThatIsRefusedAgainAndAgainIsFound() {
        published("2026-03-17T01:00:00Z", 1000, 1000);
        String sql = """
                insert into outgoing_mail (organisation, id, recipient, subject, body, created_at, not_before, attempts)
                values (current_organisation(), gen_random_uuid(), '–', '–', '', '2026-03-17',
                        '2026-03-17', %d)
                """;
        change(sql.formatted(2));
        assertThat(found()).isEmpty();
        change(sql.formatted(3));
        change(sql.formatted(7));
        assertThat(found()).containsExactly("MAIL_FAILING 2");
        change("update outgoing_mail set sent_at = '2026-03-17'");
        assertThat(found()).isEmpty();
    }

    @Test
    void certificatesThatLapsedAreFoundWhenTheyAreMoreThanATenth() {
        published("2026-03-17T01:00:00Z", 1000, 1000);
        lapse(1, "null");
        assertThat(found()).as("one of ten").isEmpty();
        lapse(2, "'2022-03-18'");
        assertThat(found()).as("four years and a day to go").isEmpty();
        lapse(2, "'2022-03-17'");
        assertThat(found()).containsExactly("SCREENINGS_LAPSED 2");
        change("update volunteer set active = false where screened < '2026-01-01'");
        assertThat(found()).isEmpty();
    }

    private void lapse(int volunteers, String screened) {
        change("update volunteer set screened = " + screened
                + " where id in (select id from volunteer order by id limit " + volunteers + ")");
    }

    private void published(String startedAt, long value, long bound) {
        run("PUBLISHED", startedAt, value, bound);
    }

    private long run(String status, String startedAt, long value, long bound) {
        return database.scope()
                .inside(
                        ours,
                        () -> database.jdbc()
                                .sql("""
                        insert into run (organisation, attempt, fence, seed, day, status, started_at, finished_at,
                                         software_version, snapshot, served_weight, served_weight_bound, fit, fit_bound,
                                         requests, proposed, unpaired)
                        values (current_organisation(), gen_random_uuid(), 1, 1, '2026-03-17', :status, :at, :at, '1',
                                '', :value, :bound, 0, 0, 6, 6, 0)
                        returning id
                        """)
                                .params(Map.of(
                                        "status",
                                        status,
                                        "at",
                                        Instant.parse(startedAt).atOffset(ZoneOffset.UTC),
                                        "value",
                                        value,
                                        "bound",
                                        bound))
                                .query(Long.class)
                                .single());
    }

    private void change(String sql) {
        database.scope().inside(ours, () -> database.jdbc().sql(sql).update());
    }

    private List<String> found() {
        return alarms.list().stream()
                .filter(alarm -> alarm.organisation().equals(name))
                .map(alarm -> alarm.kind() + " " + alarm.number())
                .toList();
    }
}
