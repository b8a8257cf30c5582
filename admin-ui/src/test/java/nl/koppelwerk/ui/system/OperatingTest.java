package nl.koppelwerk.ui.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class OperatingTest {
    private final TestDatabase database;

    OperatingTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void healthAndMetricsHaveAPortOfTheirOwnWithNothingElseOnIt() throws IOException, InterruptedException {
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam");
        Town.fill(database, rotterdam, 9);
        database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("update run set status = 'FAILED'")
                                .update());
        try (RunningPages pages = new RunningPages(database, "--management.server.port=0");
                HttpClient machine = HttpClient.newHttpClient();
                HttpVisitor person = new HttpVisitor(pages)) {
            String there = "http://127.0.0.1:" + port(pages).orElseThrow();
            for (String up :
                    new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"}) {
                assertThat(get(machine, there + up).body()).as(up).contains("\"status\":\"UP\"");
                assertThat(person.get(up).status()).as("with the pages").isNotEqualTo(200);
            }
            assertThat(get(machine, there + "/actuator/prometheus").body())
                    .contains(
                            "koppelwerk_alarms{kind=\"RUN_FAILED\"} 1.0",
                            "koppelwerk_alarms{kind=\"MAIL_FAILING\"} 0.0")
                    .contains("hikaricp_connections_active", "jvm_memory_used_bytes")
                    .doesNotContain("Samen Sterk");
            for (String more : new String[] {"/actuator/env", "/actuator/heapdump", "/actuator/loggers", "/login"}) {
                assertThat(get(machine, there + more).statusCode()).as(more).isNotEqualTo(200);
            }
        }
    }

    @Test
    void nothingOfItIsThereUnlessAsked() {
        try (RunningPages pages = new RunningPages(database);
                HttpVisitor person = new HttpVisitor(pages)) {
            assertThat(port(pages)).isEmpty();
            assertThat(person.get("/actuator/health").status()).isNotEqualTo(200);
        }
    }

    private static Optional<String> port(RunningPages pages) {
        return Optional.ofNullable(pages.context().getEnvironment().getProperty("local.management.port"));
    }

    private static HttpResponse<String> get(HttpClient machine, String address)
            throws IOException, InterruptedException {
        return machine.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
