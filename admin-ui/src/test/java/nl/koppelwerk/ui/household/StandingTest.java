package nl.koppelwerk.ui.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.cipher.Said;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.HttpVisitor.Answer;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.SignUps;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class StandingTest {
    private static TestDatabase database;
    private static RunningPages pages;
    private static SignUps signUps;
    private static SignedUp families;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam");
        Town.fill(database, rotterdam, 20);
        pages = new RunningPages(database);
        signUps = new SignUps(database, rotterdam, pages).open("samen-sterk", "010 123 45 67");
        families = new SignedUp(signUps);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    private static Answer see(String key) {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            return visitor.get("/help/standing?key=" + key);
        }
    }

    private static Answer answer(String key, String reply) {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.get("/help");
            Answer sent = visitor.post("/help/standing", "key", key, "reply", reply);
            return visitor.follow(sent);
        }
    }

    private static String kept(UUID pairing) {
        return database.scope()
                .inside(
                        signUps.organisation(),
                        () -> database.jdbc()
                                .sql("""
                        select coalesce(l.family_reply, '-') || ' ' || coalesce(
                            (select h.by_side from pairing_history h
                             where h.pairing = l.pairing order by h.number desc limit 1), '-') as kept
                        from pairing_life l where l.pairing = :id
                        """)
                                .param("id", pairing)
                                .query((row, number) -> row.getString("kept"))
                                .single());
    }

    @Test
    void aFamilyTakesItsIntakeAlongByItsOwnLinkAndNobodyElseDoes() {
        String early = families.signUp();
        String key = families.signUp();
        UUID pairing = families.takeOver(4);
        String followed = families.signUp("follow", "true");
        families.takeOver(4);

        assertThat(see(key).body()).doesNotContain("intake.html");

        database.scope().inside(signUps.organisation(), () -> {
            database.jdbc()
                    .sql("insert into intake_answer (organisation, family, question, answer)"
                            + " select q.organisation, q.family, a.question, '–' from pairing p"
                            + " join support_request q on q.id = p.request,"
                            + " (values ('goal'), ('network')) a (question)"
                            + " where p.id = :pairing")
                    .param("pairing", pairing)
                    .update();
        });
        Map.of("goal", "Rust <b>in</b> huis", "network", "SMALL")
                .forEach((question, answer) -> Said.put(
                        database,
                        signUps.organisation(),
                        Cell.INTAKE_ANSWER,
                        answer,
                        "question = :question",
                        Map.of("question", question)));

        assertThat(see(key).body()).contains("Wat u bij de intake vertelde", "/help/standing/intake.html?key=" + key);
        assertThat(file("html", key).body())
                .contains("Rust &lt;b&gt;in&lt;/b&gt; huis")
                .doesNotContain("SMALL", "??");
        assertThat(file("json", key).body()).contains("\"key\":\"goal\"", "\"answer\":\"Rust <b>in</b> huis\"");
        assertThat(file("json", followed).status()).as("who brought a family").isEqualTo(404);
        assertThat(file("json", early).status()).as("no record yet").isEqualTo(404);
        assertThat(file("json", key.replace(key.charAt(0), key.charAt(0) == 'A' ? 'B' : 'A'))
                        .status())
                .isEqualTo(404);
        assertThat(file("json", "../x").status()).isEqualTo(404);
    }

    private static Answer file(String kind, String key) {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            return visitor.get("/help/standing/intake." + kind + "?key=" + key);
        }
    }

    @Test
    void aReferralIsSaidInPlainWordsWithoutANameOfAnybodyAndNotToWhoFollows() {
        String key = families.signUp();
        UUID pairing = families.takeOver(3);
        refer(pairing, "GO_ALONG");
        String followed = families.signUp("follow", "true");
        families.takeOver(3);

        assertThat(see(key).body())
                .contains("Hulp van een dienst", "Raadslieden, buurtteams", "Wij gaan met u mee.")
                .contains("Op 3 december 2026 om 10:30 uur.")
                .doesNotContain("Fatma");
        assertThat(see(followed).status()).isEqualTo(200);
        assertThat(see(followed).body()).doesNotContain("Raadslieden");
        database.scope().inside(signUps.organisation(), () -> {
            database.jdbc()
                    .sql("update warm_referral set state = 'ARRIVED', ended_on = '2026-11-20', step = null, who = null,"
                            + " due_on = null, due_at = null")
                    .update();
        });
        assertThat(see(key).body()).contains("U bent daar aangekomen.").doesNotContain("Wij gaan met u mee.");
    }

    private static void refer(UUID pairing, String step) {
        database.scope().inside(signUps.organisation(), () -> {
            database.jdbc()
                    .sql("""
                            insert into warm_referral (organisation, id, request, service, service_name, provider, needs,
                                agreed_on, state, step, who, due_on, due_at)
                            select organisation, id, request, id, 'Raadslieden', 'buurtteams', '{FINANCE}', '2026-11-01',
                                   'CONTACTED', :step, :who, '2026-12-03', '10:30'
                            from pairing where id = :id
                            """)
                    .param("step", step)
                    .param("who", Clear.of(Cell.REFERRAL_WHO, pairing, "Fatma Kaya"))
                    .param("id", pairing)
                    .update();
        });
    }

    @Test
    void eachStepIsSaidInPlainWordsWithoutANameOfAnybody() {
        String key = families.signUp();
        assertThat(see(key).body()).contains("Wij hebben uw bericht").contains("010 123 45 67");
        UUID pairing = families.takeOver(0);

        assertThat(see(key).body()).contains("Wij zoeken iemand").doesNotContain("name=\"reply\"");
        for (List<String> said : List.of(
                List.of("ACCEPTED", "Wij zoeken iemand"),
                List.of("ASKED", "Er is iemand gevonden"),
                List.of("INTRODUCTION", "Beiden zeggen ja"),
                List.of("TRIAL", "Het begin"),
                List.of("RUNNING", "De hulp loopt"),
                List.of("AFTERCARE", "De hulp stopt bijna"))) {
            families.step(pairing, said.getFirst());
            Answer page = see(key);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).as(said.getFirst()).contains(said.getLast()).doesNotContain("Yilmaz", "Familie ");
        }
    }

    @Test
    void theFamilyAnswersForItselfAndMayChangeItUntilThereIsAnAppointment() {
        String key = families.signUp();
        UUID pairing = families.takeOver(1);
        families.step(pairing, "ASKED");

        assertThat(answer(key, "YES").body())
                .contains("Wij weten nu wat u wilt")
                .contains("Ja, graag");
        assertThat(kept(pairing)).isEqualTo("YES FAMILY");
        assertThat(answer(key, "CALL_ME").body()).contains("Bel mij eerst");
        assertThat(kept(pairing)).isEqualTo("CALL_ME FAMILY");

        families.step(pairing, "RUNNING");
        assertThat(answer(key, "NO").body()).contains("niet meer open");
        assertThat(kept(pairing)).isEqualTo("CALL_ME FAMILY");
    }

    @Test
    void whoBroughtTheFamilySeesItWhenTheFamilyAgreedAndAnswersNothing() {
        String follows = families.signUp("follow", "true");
        UUID pairing = families.takeOver(2);
        families.step(pairing, "ASKED");
        assertThat(see(follows).body()).contains("Er is iemand gevonden").doesNotContain("name=\"reply\"");
        assertThat(answer(follows, "YES").body()).contains("niet meer open");
        assertThat(kept(pairing)).isEqualTo("- -");

        assertThat(see(families.signUp("follow", "false")).status()).isEqualTo(404);
    }

    @Test
    void aPageThatStoodOpenOvernightComesBackWithItsKey() {
        String key = families.signUp();
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            Answer sent = visitor.post("/help/standing", "key", key, "reply", "YES");

            assertThat(visitor.follow(sent).body()).contains("Wij hebben uw bericht");
        }
    }

    @Test
    void aKeyThatIsNoneLooksLikeOneThatIsNotConfirmed() {
        assertThat(see("k".repeat(43)).status()).isEqualTo(404);
        assertThat(see("").status()).isEqualTo(404);
        assertThat(answer("k".repeat(43), "YES").status()).isEqualTo(404);
    }
}
