package nl.koppelwerk.ui.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.account.Limits;
import nl.koppelwerk.data.cipher.Cell;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class SignUpPagesTest {
    private static final Duration READ = Duration.ofMinutes(2);
    private static final String COORDINATOR = "noor@koppelwerk.example";
    private static final String ELSEWHERE = "elders@koppelwerk.example";

    private static TestDatabase database;
    private static RunningPages pages;
    private static SignUps signUps;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", COORDINATOR, ELSEWHERE);
        Town.fill(database, rotterdam, 40);
        pages = new RunningPages(database);
        signUps = new SignUps(database, rotterdam, pages).open("samen-sterk", "010 123 45 67");
        Accounts accounts = new Accounts(database.jdbc(), database.scope());
        database.scope().inside(rotterdam, () -> {
            database.jdbc()
                    .sql("insert into municipality (name) values ('Utrecht')")
                    .update();
            accounts.limit(
                    rotterdam,
                    accounts.findForSignIn(ELSEWHERE).orElseThrow().id(),
                    new Limits(java.util.Set.of(), java.util.Set.of("Utrecht")));
        });
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @BeforeEach
    void nobodyYet() {
        database.ownerJdbc().sql("delete from failed_attempts").update();
        database.scope().inside(signUps.organisation(), () -> {
            database.jdbc().sql("delete from registration").update();
            database.jdbc().sql("delete from outgoing_mail").update();
        });
    }

    private static String[] with(List<String> form, String... more) {
        List<String> all = new ArrayList<>(form);
        Collections.addAll(all, more);
        return all.toArray(String[]::new);
    }

    private static List<String> offer() {
        return List.of(
                "at", "samen-sterk", "postcode", "3021 AB", "tongue", "tur", "level", "C1", "part", "wed-afternoon");
    }

    private static String[] person(String token, String email, String... more) {
        List<String> form = new ArrayList<>(offer());
        Collections.addAll(form, "token", token, "name", "Sara de Boer", "email", email, "consent", SignUpForm.CONSENT);
        return with(form, more);
    }

    private static String[] family(String token, String... more) {
        return with(
                List.of(
                        "at",
                        "samen-sterk",
                        "token",
                        token,
                        "name",
                        "Familie Kaya",
                        "phone",
                        "06 1234 5678",
                        "postcode",
                        "3022",
                        "ages",
                        "2, 5 en 9",
                        "tongue",
                        "tur",
                        "level",
                        "C2",
                        "part",
                        "mon-morning",
                        "need",
                        "PARENTING",
                        "consent",
                        SignUpForm.CONSENT),
                more);
    }

    private static Answer send(String path, String... form) {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.get(path.equals("/help") ? "/help" : "/join");
            return visitor.post(path, form);
        }
    }

    @Test
    void aVolunteerIsOnTheListOnceTheAddressIsConfirmed() {
        Answer sent = send("/join", person(signUps.token("join", READ), "sara@voorbeeld.example"));

        assertThat(sent.location()).hasValue("/join/thanks?at=samen-sterk");
        assertThat(signUps.kept()).containsExactly("Sara de Boer UNCONFIRMED");
        assertThat(list()).doesNotContain("Sara de Boer").contains("Er wacht niemand");

        String key = SignUps.key(signUps.mail("sara@voorbeeld.example").getFirst());
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            assertThat(visitor.get("/join/confirm?key=" + key).status()).isEqualTo(200);
            assertThat(signUps.kept()).containsExactly("Sara de Boer UNCONFIRMED");
            assertThat(visitor.post("/join/confirm", "key", key).status()).isEqualTo(200);
        }
        assertThat(signUps.kept()).containsExactly("Sara de Boer WAITING");
        assertThat(list()).contains("Sara de Boer").doesNotContain("Er wacht niemand");
    }

    private static String list() {
        try (HttpVisitor coordinator = new HttpVisitor(pages)) {
            coordinator.signIn(COORDINATOR, Town.PASSWORD);
            return coordinator.get("/registrations").body();
        }
    }

    @Test
    void whoIsKnownAndWhoIsNotGetTheSameAnswerAndTheSameMail() {
        Said.put(
                database,
                signUps.organisation(),
                Cell.VOLUNTEER_EMAIL,
                "anna@voorbeeld.example",
                "id = (select id from volunteer order by id limit 1)",
                Map.of());

        Answer known = send("/join", person(signUps.token("join", READ), "anna@voorbeeld.example"));
        Answer unknown = send("/join", person(signUps.token("join", READ), "niemand@voorbeeld.example"));

        assertThat(known).isEqualTo(unknown);
        assertThat(signUps.mail("anna@voorbeeld.example")).hasSize(1);
        assertThat(signUps.mail("niemand@voorbeeld.example")).hasSize(1);
    }

    @Test
    void whatAProgramSendsIsThankedAndForgotten() {
        Answer sent = send(
                "/join",
                person(signUps.token("join", READ), "bot@voorbeeld.example", SignUpForm.TRAP, "https://spam.example"));

        assertThat(sent.location()).hasValue("/join/thanks?at=samen-sterk");
        assertThat(signUps.kept()).isEmpty();
    }

    @Test
    void aFormThatWasSentTooSoonTooLateOrMadeElsewhereIsShownAgain() {
        for (String token : List.of(
                signUps.token("join", Duration.ofSeconds(1)),
                signUps.token("join", Duration.ofHours(13)),
                signUps.token("help", READ),
                "made-up")) {
            Answer sent = send("/join", person(token, "sara@voorbeeld.example"));
            assertThat(sent.status()).as(token).isEqualTo(422);
            assertThat(sent.body()).contains("Sara de Boer").contains("Kijk alles nog eens na");
        }
        assertThat(signUps.kept()).isEmpty();
    }

    @Test
    void aFormCountsOnceHoweverOftenItIsSent() {
        String token = signUps.token("join", READ);
        for (int i = 0; i < 3; i++) {
            assertThat(send("/join", person(token, "sara@voorbeeld.example")).status())
                    .isEqualTo(302);
        }

        assertThat(signUps.kept()).hasSize(1);
        assertThat(signUps.mail("sara@voorbeeld.example")).hasSize(1);
    }

    @Test
    void afterFiveFormsForAnAddressTheNextOneWaits() {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            answers.add(send("/join", person(signUps.token("join", READ), "sara@voorbeeld.example"))
                    .status());
        }

        assertThat(answers).containsExactly(302, 302, 302, 302, 302, 422, 422);
    }

    @Test
    void whatIsMissingIsSaidAndTheRestIsKept() {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.get("/join");
            Answer first = visitor.post("/join/near", "at", "samen-sterk", "postcode", "9999", "tongue", "tur");
            assertThat(first.status()).isEqualTo(422);
            assertThat(first.body())
                    .contains("Deze postcode kennen wij niet")
                    .contains("Kies een tijd in de week")
                    .doesNotContain("Kies een taal.");
            Answer second = visitor.post("/join", with(offer(), "token", signUps.token("join", READ), "phone", "geen"));
            assertThat(second.status()).isEqualTo(422);
            assertThat(second.body()).contains("Vul een naam in").contains("Zet een vinkje");
        }
    }

    @Test
    void anUrgentFamilyIsToldToThoseWhoSeeItAtOnceWithoutItsName() {
        send(
                "/help",
                family(
                        signUps.token("help", READ),
                        "signal",
                        "VIOLENCE",
                        "by",
                        "referrer",
                        "referrerKind",
                        "SCHOOL",
                        "referrerName",
                        "M. Visser",
                        "referrerOrganisation",
                        "De Regenboog",
                        "referrerEmail",
                        "visser@school.example",
                        "follow",
                        "true"));

        assertThat(signUps.kept()).containsExactly("Familie Kaya UNCONFIRMED");
        assertThat(signUps.mail(COORDINATOR))
                .singleElement()
                .asString()
                .doesNotContain("Kaya")
                .contains("0800-2000");
        assertThat(signUps.mail(ELSEWHERE)).isEmpty();
        assertThat(list()).contains("Familie Kaya").contains("dringend").contains("niet bevestigd");
    }

    @Test
    void aFamilyWithoutMailIsListedToBeCalledAndOnlyWhereItLives() {
        send("/help", family(signUps.token("help", READ)));

        assertThat(signUps.kept()).containsExactly("Familie Kaya WAITING");
        assertThat(list()).contains("eerst bellen");
        String address = "/registrations/" + signUps.id("Familie Kaya");
        try (HttpVisitor elsewhere = new HttpVisitor(pages)) {
            elsewhere.signIn(ELSEWHERE, Town.PASSWORD);
            assertThat(elsewhere.get("/registrations").body()).doesNotContain("Kaya");
            assertThat(elsewhere.get(address).status()).isEqualTo(404);
            assertThat(elsewhere.post(address + "/decline").status()).isEqualTo(404);
        }
        assertThat(signUps.kept()).containsExactly("Familie Kaya WAITING");
    }

    @Test
    void aFamilyIsTakenOverWithItsRequestAndThenWaitsForNobody() {
        send("/help", family(signUps.token("help", READ)));
        String id = signUps.id("Familie Kaya").toString();
        try (HttpVisitor coordinator = new HttpVisitor(pages)) {
            coordinator.signIn(COORDINATOR, Town.PASSWORD);
            assertThat(coordinator.get("/registrations/" + id).body()).contains("06 1234 5678");
            Answer form = coordinator.get("/families/new?help=" + id);
            assertThat(form.body()).contains("Familie Kaya").contains("2024 2021 2017");

            Answer made = coordinator.post(
                    "/families/new",
                    "help",
                    id,
                    "was_family_name",
                    "Familie Kaya",
                    "was_children_birth_years",
                    "2024 2021 2017",
                    "was_postcode",
                    "3022",
                    "was_languages",
                    "tur:C2",
                    "family_reference",
                    "G-7001",
                    "family_name",
                    "Familie Kaya",
                    "household",
                    "alleenstaande ouder",
                    "children_birth_years",
                    "2024 2021 2017",
                    "postcode",
                    "3022",
                    "languages_0",
                    "tur",
                    "languages_level_0",
                    "C2");

            assertThat(made.location()).hasValueSatisfying(to -> assertThat(to).endsWith("/requests/new?taken=" + id));
            Answer request = coordinator.get(made.location().orElseThrow());
            assertThat(request.body()).contains("value=\"PARENTING\" checked");
            assertThat(coordinator.get("/registrations").body()).doesNotContain("Kaya");
            assertThat(coordinator.get("/families/new?help=" + id).status()).isEqualTo(404);
        }
        assertThat(signUps.kept()).containsExactly("Familie Kaya TAKEN_OVER");
        assertThat(entries("DECIDED", id)).isEqualTo(1);
        assertThat(agreed(id)).isEqualTo("2026-11 nl SIGN_UP t t");
    }

    /** What was agreed to when signing up stands with the record from then on. */
    private static String agreed(String registration) {
        return database.scope()
                .inside(
                        signUps.organisation(),
                        () -> database.jdbc()
                                .sql("""
                                        select concat_ws(' ', c.version, c.language, c.way,
                                            c.given_on = r.created_at::date, c.account = r.decided_by)
                                        from registration r join consent c on c.family = r.family
                                        where r.id = :id::uuid
                                        """)
                                .param("id", registration)
                                .query(String.class)
                                .single());
    }

    private static int entries(String action, String id) {
        return database.scope()
                .inside(
                        signUps.organisation(),
                        () -> database.jdbc()
                                .sql("select count(*) from audit_entry where action = :action and object_id = :id")
                                .param("action", action)
                                .param("id", id)
                                .query(Integer.class)
                                .single());
    }

    @Test
    void whoIsDeclinedIsToldInTheLanguageOfThePage() {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.get("/join?language=tr");
            visitor.post("/join", person(signUps.token("join", READ), "sara@voorbeeld.example"));
            visitor.get("/join");
            visitor.post(
                    "/join/confirm",
                    "key",
                    SignUps.key(signUps.mail("sara@voorbeeld.example").getFirst()));
        }
        try (HttpVisitor coordinator = new HttpVisitor(pages)) {
            coordinator.signIn(COORDINATOR, Town.PASSWORD);
            coordinator.get("/registrations");
            coordinator.post("/registrations/" + signUps.id("Sara de Boer") + "/decline", "seen", "1");
        }

        assertThat(signUps.kept()).containsExactly("Sara de Boer DECLINED");
        assertThat(signUps.mail("sara@voorbeeld.example")).hasSize(2).anyMatch(mail -> mail.contains("Ne yazık ki"));
    }

    @Test
    void wherePagesAreClosedNobodySignsUp() {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.get("/join");
            signUps.open(null, null);
            Answer sent = visitor.post("/join", person(signUps.token("join", READ), "sara@voorbeeld.example"));
            assertThat(sent.status()).isEqualTo(200);
            assertThat(sent.body()).contains("Hier kan niemand zich nu aanmelden");
        } finally {
            signUps.open("samen-sterk", "010 123 45 67");
        }
        assertThat(signUps.kept()).isEmpty();
    }
}
