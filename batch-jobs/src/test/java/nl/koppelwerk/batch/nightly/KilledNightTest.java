package nl.koppelwerk.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A process is killed (SIGKILL) in the middle of a night; the night is asked again and must end as if nothing happened. */
@ExtendWith(DatabaseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledNightTest {
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final NightlyRun nightly;
    private List<String> undisturbed = List.of();

    KilledNightTest(TestDatabase database) {
        this.database = database;
        this.context = new SpringApplicationBuilder(BatchApplication.class, SwitchedMatcher.class)
                .web(WebApplicationType.NONE)
                .properties(database.properties())
                .run();
        this.nightly = context.getBean(NightlyRun.class);
    }

    @BeforeAll
    void anUndisturbedNight() {
        NightTown town = NightTown.in(database, "undisturbed");
        nightly.run(town.order(), NightProgress.NONE);
        undisturbed = town.standing();
    }

    @AfterAll
    void close() {
        context.close();
    }

    @ParameterizedTest
    @CsvSource({
        "before snapshot, 2, FAILED overtaken",
        "after snapshot,  2, FAILED overtaken",
        "after match,     2, FAILED overtaken",
        "after publish,   1, PUBLISHED",
        "after reconcile, 2, PUBLISHED"
    })
    void killedAtAStepItEndsAsIfNothingHappened(String point, int runs, String first) throws Exception {
        NightTown town = NightTown.in(database, "killed " + point);
        killAt(point, town);

        Night night = nightly.run(again(town, point), NightProgress.NONE);

        assertThat(night).isNotInstanceOf(Night.Failed.class).isNotInstanceOf(Night.Busy.class);
        assertThat(town.standing()).isEqualTo(undisturbed).hasSize(4);
        assertThat(town.runs().getFirst()).isEqualTo(point.equals("after reconcile") ? "PUBLISHED" : first);
        assertThat(town.count("run where status = 'RUNNING'")).isZero();
        assertThat(town.count("run where status = 'PUBLISHED' and reconciled_at is null"))
                .isZero();
        assertThat(town.runs()).hasSize(point.equals("after reconcile") ? 1 : runs);
        assertThat(stillRunning(town)).isZero();
    }

    @Test
    void killedInTheMiddleOfPublishingNothingOfItStays() throws Exception {
        NightTown town = NightTown.in(database, "killed within");
        database.ownerJdbc().sql("""
                create function wait_long() returns trigger language plpgsql as $$
                begin
                    if new.fit = 302 then
                        perform pg_sleep(600);
                    end if;
                    return new;
                end $$
                """).update();
        database.ownerJdbc()
                .sql("create trigger wait_long before insert on proposal for each row execute function wait_long()")
                .update();
        Process process = start("nowhere", town);
        while (sleeping().isEmpty()) {
            assertThat(process.isAlive()).isTrue();
            Thread.onSpinWait();
        }

        process.destroyForcibly().waitFor();
        sleeping()
                .forEach(pid -> database.jdbc()
                        .sql("select pg_terminate_backend(:pid, 5000)")
                        .param("pid", pid)
                        .query((row, number) -> row.getBoolean(1))
                        .list());
        database.ownerJdbc().sql("drop trigger wait_long on proposal").update();

        assertThat(town.standing()).isEmpty();
        assertThat(town.count("proposal")).isZero();
        assertThat(nightly.run(town.order(), NightProgress.NONE)).isInstanceOf(Night.Published.class);
        assertThat(town.standing()).isEqualTo(undisturbed);
        assertThat(town.runs()).containsExactly("FAILED overtaken", "PUBLISHED");
    }

    /** A night that was killed in its last instant is complete: it is asked for as the schedule asks. */
    private static NightOrder again(NightTown town, String point) {
        return point.equals("after reconcile")
                ? town.order().unlessPublishedSince(java.time.Instant.EPOCH)
                : town.order();
    }

    private List<Integer> sleeping() {
        return database.jdbc()
                .sql("select pid from pg_stat_activity where wait_event = 'PgSleep'")
                .query((row, number) -> row.getInt("pid"))
                .list();
    }

    private int stillRunning(NightTown town) {
        return town.texts("""
                        select 'x'
                        from batch.batch_job_execution e
                        join batch.batch_job_execution_params p using (job_execution_id)
                        where p.parameter_value = '%s' and e.status in ('STARTING', 'STARTED')
                        """.formatted(town.organisation().value())).size();
    }

    private void killAt(String point, NightTown town) throws IOException, InterruptedException {
        Process process = start(point, town);
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            Stream<String> untilThere = said.lines().takeWhile(line -> !line.equals(NightThatIsKilled.HERE));
            List<String> before = untilThere.toList();
            assertThat(process.isAlive()).as(String.join("\n", before)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(String point, NightTown town) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NightThatIsKilled.class.getName(),
                town.organisation().value().toString(),
                point));
        Stream.of(database.properties()).map(setting -> "--" + setting).forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
