package nl.koppelwerk.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.koppelwerk.batch.nightly.Night;
import nl.koppelwerk.batch.nightly.NightOrder;
import nl.koppelwerk.batch.nightly.NightProgress;
import nl.koppelwerk.batch.nightly.NightlyRun;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.session.WebSessions;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two applications on one database are one to their visitors, whichever of them answers. */
@ExtendWith(DatabaseExtension.class)
class TwoNodesTest {
    private static TestDatabase database;
    private static RunningPages one;
    private static RunningPages other;
    private static int count;

    private String noor = "";
    private OrganisationId organisation = new OrganisationId(new UUID(0, 0));

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        one = new RunningPages(database);
        other = new RunningPages(database);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @BeforeEach
    void settle() {
        count++;
        noor = "noor" + count + "@koppelwerk.example";
        organisation = Town.emptyTown(database, "Organisatie " + count, noor);
        database.ownerJdbc().sql("delete from failed_attempts").update();
        database.ownerJdbc().sql("delete from web.session").update();
    }

    @Test
    void whoSignedInOnOneGoesOnOnTheOtherAndWhatOneSaysTheOtherShows() {
        try (HttpVisitor here = new HttpVisitor(one);
                HttpVisitor there = new HttpVisitor(other)) {
            here.signIn(noor, Town.PASSWORD);
            there.show("koppelwerk", here.session());

            assertThat(there.get("/account").body()).contains("Noor Jansen");
            assertThat(there.post("/account/sessions/end-others").location()).hasValue("/account");
            assertThat(here.get("/account").body()).contains("U was nergens anders ingelogd");
        }
    }

    @Test
    void aFormOfOneIsSentToTheOther() {
        try (HttpVisitor here = new HttpVisitor(one);
                HttpVisitor there = new HttpVisitor(other)) {
            there.get("/login");
            here.show("koppelwerk", there.session());
            String before = there.session();
            here.get("/login");
            here.post("/login", "email", noor, "password", Town.PASSWORD);
            there.show("koppelwerk", here.session());

            assertThat(there.get("/account").status()).isEqualTo(200);
            there.show("koppelwerk", before);
            assertThat(there.get("/account").location())
                    .as("what the browser showed before")
                    .hasValue("/login");
        }
    }

    @Test
    void whoSignsOutOnOneIsOutOnBoth() {
        try (HttpVisitor here = new HttpVisitor(one);
                HttpVisitor there = new HttpVisitor(other)) {
            here.signIn(noor, Town.PASSWORD);
            there.show("koppelwerk", here.session());
            here.get("/account");
            there.get("/account");

            there.post("/logout");

            assertThat(here.get("/account").location()).hasValue("/login");
            assertThat(signedIn()).isZero();
        }
    }

    @Test
    void wrongPasswordsCountOverBoth() {
        try (HttpVisitor here = new HttpVisitor(one);
                HttpVisitor there = new HttpVisitor(other)) {
            for (int i = 0; i < 5; i++) {
                HttpVisitor guesser = i % 2 == 0 ? here : there;
                assertThat(guesser.signIn(noor, "poging " + i).location()).hasValue("/login?problem=wrong");
            }

            assertThat(here.signIn(noor, Town.PASSWORD).location()).hasValue("/login?problem=wait&minutes=1");
            assertThat(there.signIn(noor, Town.PASSWORD).location()).hasValue("/login?problem=wait&minutes=1");
        }
    }

    @Test
    void aNightThatBothStartIsMatchedOnce() throws InterruptedException, ExecutionException {
        NightOrder order = NightOrder.on(Town.DAY, organisation).unlessPublishedSince(Instant.EPOCH);
        List<Future<Night>> nights;
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            nights = both.invokeAll(Stream.of(one, other)
                    .<Callable<Night>>map(node ->
                            () -> node.context().getBean(NightlyRun.class).run(order, NightProgress.NONE))
                    .toList());
        }

        assertThat(List.of(nights.get(0).get(), nights.get(1).get()))
                .hasAtLeastOneElementOfType(Night.Published.class)
                .filteredOn(Night.Published.class::isInstance)
                .hasSize(1);
        assertThat(database.ownerJdbc()
                        .sql("select count(*) from run where organisation = :organisation")
                        .param("organisation", organisation.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theTableOfSessionsNamesNobodyAndOpensNothing() {
        try (HttpVisitor visitor = new HttpVisitor(one);
                HttpVisitor thief = new HttpVisitor(other)) {
            visitor.signIn(noor, Town.PASSWORD);

            List<@Nullable String> ids = database.ownerJdbc()
                    .sql("select session_id from web.session")
                    .query(String.class)
                    .list();
            assertThat(ids).hasSize(1).doesNotContain(visitor.session());
            String all = database.ownerJdbc()
                    .sql("select string_agg(s::text || encode(a.attribute_bytes, 'escape'), ' ')"
                            + " from web.session s, web.session_attributes a")
                    .query(String.class)
                    .single();
            assertThat(all).doesNotContain(noor, "Noor", "Coordinator", "java");
            thief.show("koppelwerk", String.valueOf(ids.getFirst()));
            assertThat(thief.get("/account").location()).hasValue("/login");
        }
    }

    @Test
    void aSessionThatCannotBeReadIsNobodys() {
        try (HttpVisitor visitor = new HttpVisitor(one)) {
            visitor.signIn(noor, Town.PASSWORD);
            assertThat(visitor.get("/account").status()).isEqualTo(200);
            database.ownerJdbc()
                    .sql("update web.session_attributes set attribute_bytes = set_byte(attribute_bytes, 20,"
                            + " 255 - get_byte(attribute_bytes, 20))")
                    .update();

            assertThat(visitor.get("/account").location()).hasValue("/login");
            assertThat(visitor.follow(visitor.signIn(noor, Town.PASSWORD)).body())
                    .contains("Noor Jansen");
        }
    }

    @Test
    void pagesDoNotEachWriteAndWhatNobodyCameBackToIsSweptAway() {
        try (HttpVisitor visitor = new HttpVisitor(one)) {
            visitor.signIn(noor, Town.PASSWORD);
            String version = version();
            visitor.get("/account");
            visitor.get("/account");
            assertThat(version()).isEqualTo(version);

            database.ownerJdbc()
                    .sql("update web.session set last_access_time = last_access_time - 61000")
                    .update();
            visitor.get("/account");
            assertThat(version()).isNotEqualTo(version);

            WebSessions kept = other.context().getBean(WebSessions.class);
            kept.sweep();
            assertThat(visitor.get("/account").status()).isEqualTo(200);
            database.ownerJdbc()
                    .sql("update web.session set expiry_time = expiry_time - 3600000,"
                            + " last_access_time = last_access_time - 3600000")
                    .update();
            kept.sweep();
            assertThat(signedIn()).isZero();
            assertThat(visitor.get("/account").location()).hasValue("/login");
        }
    }

    private static long signedIn() {
        return database.ownerJdbc()
                .sql("select count(*) from web.session s join web.session_attributes a on a.session_primary_id ="
                        + " s.primary_id where a.attribute_name = 'SPRING_SECURITY_CONTEXT'")
                .query(Long.class)
                .single();
    }

    /** Changes with each write of the only session. */
    private static String version() {
        return database.ownerJdbc()
                .sql("select string_agg(xmin::text || ctid::text, ' ') from web.session")
                .query(String.class)
                .single();
    }
}
