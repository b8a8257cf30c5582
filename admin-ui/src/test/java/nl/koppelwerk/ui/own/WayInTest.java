package nl.koppelwerk.ui.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.HttpVisitor.Answer;
import nl.koppelwerk.ui.OwnMailbox;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class WayInTest {
    private static final int CLIENTS = 32;
    private static final int USES_EACH = 20;

    private static TestDatabase database;
    private static OwnMailbox mail;
    private static RunningPages pages;
    private static int towns;

    private String anna = "";
    private UUID annasId = new UUID(0, 0);

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam");
        Town.fill(database, rotterdam, 9);
        mail = new OwnMailbox(database, rotterdam);
        pages = new RunningPages(database);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    /** What was tried before counts for nobody here. */
    @BeforeEach
    void another() {
        database.ownerJdbc().sql("delete from failed_attempts").update();
        anna = "anna" + towns++ + "@voorbeeld.example";
        annasId = mail.give(0, anna);
    }

    private static void ask(HttpVisitor visitor, String address) {
        visitor.get("/own/ask");
        assertThat(visitor.post("/own/ask", "email", address).location()).hasValue("/own/enter");
    }

    private static Answer enter(HttpVisitor visitor, String name, String value) {
        visitor.get("/own/enter");
        return visitor.post("/own/enter", name, value);
    }

    @Test
    void theLinkOpensTheOwnPageOnce() {
        try (HttpVisitor phone = new HttpVisitor(pages)) {
            ask(phone, " " + anna.toUpperCase(java.util.Locale.ROOT));
            String link = OwnMailbox.link(mail.last(anna, 1));

            Answer in = enter(phone, "link", link);

            assertThat(in.location()).hasValue("/own");
            assertThat(phone.get("/own").body()).contains("Mijn week").doesNotContain("Yilmaz");
            assertThat(enter(phone, "link", link).status()).isEqualTo(422);
        }
    }

    @Test
    void theCodeOpensItInTheBrowserThatAsked() {
        try (HttpVisitor phone = new HttpVisitor(pages);
                HttpVisitor other = new HttpVisitor(pages)) {
            ask(phone, anna);
            ask(other, "niemand@voorbeeld.example");
            String sent = mail.last(anna, 1);

            assertThat(enter(other, "code", OwnMailbox.code(sent)).status()).isEqualTo(422);
            assertThat(enter(other, "link", OwnMailbox.link(sent)).status()).isEqualTo(422);
            assertThat(enter(phone, "code", OwnMailbox.code(sent)).location()).hasValue("/own");
            assertThat(enter(phone, "link", OwnMailbox.link(sent)).status()).isEqualTo(422);
        }
    }

    @Test
    void aLinkIsOverAfterTenMinutes() {
        for (String way : List.of("link", "code")) {
            try (HttpVisitor phone = new HttpVisitor(pages)) {
                ask(phone, anna);
                String sent = mail.last(anna, way.equals("link") ? 1 : 2);
                mail.inside(() -> database.jdbc()
                        .sql("update volunteer_link set expires_at = expires_at - interval '10 minutes'")
                        .update());

                String shown = way.equals("link") ? OwnMailbox.link(sent) : OwnMailbox.code(sent);
                assertThat(enter(phone, way, shown).status()).as(way).isEqualTo(422);
            }
        }
    }

    @Test
    void aLinkOfAClockThatRanAheadIsOfNoUseOnceItIsRight() {
        try (HttpVisitor phone = new HttpVisitor(pages)) {
            ask(phone, anna);
            String sent = mail.last(anna, 1);
            mail.inside(() -> database.jdbc().sql("""
                            update volunteer_link
                            set created_at = created_at + interval '3 days', expires_at = expires_at + interval '3 days'
                            """).update());

            assertThat(enter(phone, "link", OwnMailbox.link(sent)).status()).isEqualTo(422);
            assertThat(enter(phone, "code", OwnMailbox.code(sent)).status()).isEqualTo(422);
        }
    }

    @Test
    void fiveWrongCodesAndTheRightOneIsOfNoUseTheLinkStillIs() {
        try (HttpVisitor phone = new HttpVisitor(pages)) {
            ask(phone, anna);
            String sent = mail.last(anna, 1);
            for (int i = 0; i < 5; i++) {
                assertThat(enter(phone, "code", "0000000" + i).status()).isEqualTo(422);
            }

            assertThat(enter(phone, "code", OwnMailbox.code(sent)).status()).isEqualTo(422);
            assertThat(enter(phone, "link", OwnMailbox.link(sent)).location()).hasValue("/own");
        }
    }

    @Test
    void nothingThatOnlyLooksUsesALinkUp() {
        try (HttpVisitor phone = new HttpVisitor(pages);
                HttpVisitor scanner = new HttpVisitor(pages)) {
            ask(phone, anna);
            String link = OwnMailbox.link(mail.last(anna, 1));
            for (HttpVisitor each : List.of(scanner, phone)) {
                for (String address : List.of("/own/enter", "/own/enter?language=nl", "/own/enter?link=" + link)) {
                    assertThat(each.get(address).status()).isEqualTo(200);
                    assertThat(each.head(address)).isEqualTo(200);
                }
            }

            assertThat(enter(phone, "link", link).location()).hasValue("/own");
        }
    }

    @Test
    void ofSixHundredAndFortyUsesByThirtyTwoClientsOneGetsIn() throws InterruptedException, ExecutionException {
        try (HttpVisitor phone = new HttpVisitor(pages);
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            ask(phone, anna);
            String link = OwnMailbox.link(mail.last(anna, 1));
            String browser = phone.cookie("own").orElseThrow();
            long before = entries();
            List<Future<List<Integer>>> tries = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                tries.add(clients.submit(() -> tryOften(browser, link)));
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<List<Integer>> each : tries) {
                answers.addAll(each.get());
            }

            assertThat(answers).hasSize(640).containsOnly(302, 422).containsOnlyOnce(302);
            assertThat(entries()).isEqualTo(before + 1);
        }
    }

    private static List<Integer> tryOften(String browser, String link) {
        List<Integer> answers = new ArrayList<>();
        try (HttpVisitor client = new HttpVisitor(pages)) {
            client.show("own", browser);
            for (int i = 0; i < USES_EACH; i++) {
                answers.add(enter(client, "link", link).status());
            }
        }
        return answers;
    }

    private long entries() {
        return mail.inside(() -> database.jdbc()
                .sql("select count(*) from audit_entry where action = 'SIGNED_IN' and object_id = :id")
                .param("id", annasId.toString())
                .query(Long.class)
                .single());
    }

    @Test
    void whatIsKeptOpensNothing() {
        try (HttpVisitor phone = new HttpVisitor(pages)) {
            ask(phone, anna);
            String sent = mail.last(anna, 1);
            String rows = mail.inside(() -> database.jdbc()
                    .sql("select string_agg(l::text, ' ') from volunteer_link l")
                    .query(String.class)
                    .single());

            assertThat(rows)
                    .doesNotContain(OwnMailbox.link(sent))
                    .doesNotContain(OwnMailbox.code(sent).replace(" ", ""))
                    .doesNotContain(phone.cookie("own").orElseThrow());
            assertThat(OwnMailbox.link(sent)).hasSize(43);
        }
    }

    @Test
    void anAddressThatNobodyHasIsAnsweredAlike() {
        try (HttpVisitor one = new HttpVisitor(pages);
                HttpVisitor other = new HttpVisitor(pages)) {
            one.get("/own/ask");
            other.get("/own/ask");
            for (int i = 0; i < 5; i++) {
                assertThat(one.post("/own/ask", "email", anna))
                        .isEqualTo(other.post("/own/ask", "email", "niemand@voorbeeld.example"));
            }
            Answer waits = one.post("/own/ask", "email", anna);
            assertThat(waits.status()).isEqualTo(429);
            assertThat(plain(other.post("/own/ask", "email", "niemand@voorbeeld.example")))
                    .isEqualTo(plain(waits));
            assertThat(plain(one.get("/own/enter"))).isEqualTo(plain(other.get("/own/enter")));
        }
    }

    private static Answer plain(Answer answer) {
        return new Answer(
                answer.status(), answer.location(), answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""));
    }

    @Test
    void whoAsksForOthersKeepsNobodyOut() {
        try (HttpVisitor phone = new HttpVisitor(pages)) {
            ask(phone, anna);
            enter(phone, "link", OwnMailbox.link(mail.last(anna, 1)));
            phone.get("/own");
            phone.post("/own/leave");
            database.ownerJdbc().sql("delete from failed_attempts").update();
            database.ownerJdbc()
                    .sql(
                            "insert into failed_attempts (subject, failures, failed_at) values (:subject, 40, now() + interval '9 years')")
                    .param("subject", nl.koppelwerk.data.signin.Secrets.hash("own address " + anna))
                    .update();
            int before = mail.all(anna).size();

            ask(phone, anna);

            assertThat(enter(phone, "link", OwnMailbox.link(mail.last(anna, before + 1)))
                            .location())
                    .hasValue("/own");
        }
    }

    @Test
    void whoHasStoppedOrIsNotThereGetsNoMailAndIsOutAtOnce() {
        try (HttpVisitor phone = new HttpVisitor(pages)) {
            ask(phone, anna);
            enter(phone, "link", OwnMailbox.link(mail.last(anna, 1)));
            assertThat(phone.get("/own").status()).isEqualTo(200);
            mail.inside(() -> database.jdbc()
                    .sql(
                            "update volunteer set active = false, stopped_on = '2026-11-20', inactive_reason = 'OTHER' where id = :id")
                    .param("id", annasId)
                    .update());

            assertThat(phone.get("/own").location()).hasValue("/own/ask?notice=ended");
            ask(phone, anna);
            mail.inside(() -> database.jdbc()
                    .sql("update volunteer set active = true, stopped_on = null, inactive_reason = null where id = :id")
                    .param("id", annasId)
                    .update());
            assertThat(mail.all(anna)).hasSize(1);
        }
    }

    @Test
    void aSessionOpensTheOwnPageAndNothingElse() {
        try (HttpVisitor phone = new HttpVisitor(pages)) {
            ask(phone, anna);
            enter(phone, "link", OwnMailbox.link(mail.last(anna, 1)));
            for (String address : List.of(
                    "/", "/morning", "/volunteers", "/volunteers/" + annasId, "/account", "/families", "/mail")) {
                assertThat(phone.get(address).status()).as(address).isEqualTo(403);
            }
        }
    }

    @Test
    void whatIsNoAnswerOfADeviceLetsNobodyInAndBreaksNothing() {
        for (String answer : List.of(
                "",
                "x",
                "{}",
                "[]",
                "null",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":"
                        + "{\"authenticatorData\":\"AA\",\"clientDataJSON\":\"AA\",\"signature\":\"AA\"}}")) {
            try (HttpVisitor visitor = new HttpVisitor(pages)) {
                visitor.get("/own/ask");
                assertThat(visitor.post("/own/passkey/options").status()).isEqualTo(200);
                visitor.get("/own/ask");
                assertThat(visitor.post("/own/passkey", "credential", answer).location())
                        .as(answer)
                        .hasValue("/own/ask?notice=passkey");
            }
        }
    }

    @Test
    void withoutASessionTheWayInIsShown() {
        try (HttpVisitor phone = new HttpVisitor(pages)) {
            assertThat(phone.get("/own").location()).hasValue("/own/ask");
            phone.get("/own/ask");
            phone.keepOnly("language");
            assertThat(phone.post("/own/save", "field", "WEEK").location()).hasValue("/own/ask?notice=expired");
        }
    }
}
