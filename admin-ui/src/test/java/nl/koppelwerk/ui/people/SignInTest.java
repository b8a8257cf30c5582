package nl.koppelwerk.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.bastiaanjansen.otp.TOTPGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.HttpVisitor.Answer;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in over HTTP: what lets somebody in, what does not, and what ends it. */
@ExtendWith(DatabaseExtension.class)
class SignInTest {
    private static final Pattern LINK = Pattern.compile("/welcome\\?link=[\\w-]+");

    private static TestDatabase database;
    private static RunningPages pages;
    private static int count;

    private OrganisationId organisation;
    private String noor = "";
    private String boss = "";

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        pages = new RunningPages(database);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @BeforeEach
    void settle() {
        count++;
        noor = "noor" + count + "@koppelwerk.example";
        boss = "baas" + count + "@koppelwerk.example";
        organisation = Town.emptyTown(database, "Organisatie " + count, noor, boss);
        database.ownerJdbc().sql("delete from failed_attempts").update();
        run("update account set role = 'ADMINISTRATOR' where email = '" + boss + "'");
    }

    @Test
    void theRightPasswordLetsInUnderANewSession() {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.get("/login");
            String before = visitor.session();
            Answer answer = visitor.signIn(noor, Town.PASSWORD);

            assertThat(answer.status()).isEqualTo(302);
            assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
            assertThat(visitor.follow(answer).body()).contains("Noor Jansen");
            assertThat(audited("SIGNED_IN")).isEqualTo(1);
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressLookAlike() {
        try (HttpVisitor one = new HttpVisitor(pages);
                HttpVisitor other = new HttpVisitor(pages)) {
            Answer wrong = one.signIn(noor, "iets heel anders");
            Answer unknown = other.signIn("niemand@koppelwerk.example", "iets heel anders");

            assertThat(wrong).isEqualTo(unknown);
            assertThat(wrong.location()).hasValue("/login?problem=wrong");
            assertThat(audited("REFUSED")).isEqualTo(1);
        }
    }

    @Test
    void guessingIsSlowedDownButABrowserThatIsKnownIsNotKeptOut() {
        try (HttpVisitor owner = new HttpVisitor(pages);
                HttpVisitor guesser = new HttpVisitor(pages)) {
            owner.signIn(noor, Town.PASSWORD);
            owner.keepOnly("known");
            for (int i = 0; i < 5; i++) {
                assertThat(guesser.signIn(noor, "poging " + i).location()).hasValue("/login?problem=wrong");
            }

            assertThat(guesser.signIn(noor, Town.PASSWORD).location()).hasValue("/login?problem=wait&minutes=1");
            assertThat(guesser.signIn(boss, Town.PASSWORD).location().orElse(""))
                    .doesNotContain("problem");
            assertThat(owner.follow(owner.signIn(noor, Town.PASSWORD)).body()).contains("Noor Jansen");
        }
    }

    @Test
    void anUnknownAddressIsSlowedDownInTheSameWay() {
        try (HttpVisitor guesser = new HttpVisitor(pages)) {
            for (int i = 0; i < 5; i++) {
                guesser.signIn("niemand@koppelwerk.example", "poging " + i);
            }

            assertThat(guesser.signIn("niemand@koppelwerk.example", "nog een").location())
                    .hasValue("/login?problem=wait&minutes=1");
        }
    }

    @Test
    void aClosedAccountIsOutAtOnce() {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.signIn(noor, Town.PASSWORD);
            assertThat(visitor.get("/account").status()).isEqualTo(200);
            run("update account set enabled = false where email = '" + noor + "'");

            assertThat(visitor.get("/account").location()).hasValue("/login?notice=ended");
            assertThat(visitor.signIn(noor, Town.PASSWORD).location()).hasValue("/login?problem=wrong");
        }
    }

    @Test
    void aSessionEndsAfterTwelveHoursAndAfterAnHourOfNothing() {
        for (String age : List.of(
                "started_at = started_at - interval '12 hours'", "last_seen_at = last_seen_at - interval '1 hour'")) {
            try (HttpVisitor visitor = new HttpVisitor(pages)) {
                visitor.signIn(noor, Town.PASSWORD);
                run("update account_session set " + age);

                assertThat(visitor.get("/account").location()).as(age).hasValue("/login?notice=ended");
            }
        }
    }

    @Test
    void oneSessionIsEndedFromAnotherAndThenAllOthers() {
        try (HttpVisitor home = new HttpVisitor(pages);
                HttpVisitor phone = new HttpVisitor(pages);
                HttpVisitor tablet = new HttpVisitor(pages)) {
            phone.signIn(noor, Town.PASSWORD);
            home.signIn(noor, Town.PASSWORD);
            Matcher end = Pattern.compile("/account/sessions/[0-9a-f-]{36}/end")
                    .matcher(home.get("/account").body());
            assertThat(end.find()).isTrue();

            assertThat(home.post(end.group()).location()).hasValue("/account");
            assertThat(phone.get("/account").location()).hasValue("/login?notice=ended");
            assertThat(home.post(end.group()).status()).isEqualTo(404);
            tablet.signIn(noor, Town.PASSWORD);
            home.get("/account");
            home.post("/account/sessions/end-others");
            assertThat(tablet.get("/account").location()).hasValue("/login?notice=ended");
            assertThat(home.get("/account").status()).isEqualTo(200);
        }
    }

    @Test
    void anotherPasswordSignsOutEverywhereElse() {
        try (HttpVisitor home = new HttpVisitor(pages);
                HttpVisitor phone = new HttpVisitor(pages)) {
            phone.signIn(noor, Town.PASSWORD);
            home.signIn(noor, Town.PASSWORD);
            home.get("/account");

            assertThat(home.post("/account/password", "current", "fout", "password", "vier losse woorden samen")
                            .status())
                    .isEqualTo(422);
            assertThat(home.post("/account/password", "current", Town.PASSWORD, "password", "Welkom2024!!")
                            .body())
                    .contains("gebruiken veel mensen");
            assertThat(home.post("/account/password", "current", Town.PASSWORD, "password", "vier losse woorden samen")
                            .location())
                    .hasValue("/account");
            assertThat(home.get("/account").status()).isEqualTo(200);
            assertThat(phone.get("/account").location()).hasValue("/login?notice=ended");
            assertThat(phone.signIn(noor, Town.PASSWORD).location()).hasValue("/login?problem=wrong");
            assertThat(phone.follow(phone.signIn(noor, "vier losse woorden samen"))
                            .body())
                    .contains("Noor Jansen");
        }
    }

    @Test
    void aCodeOfAnAppIsAskedAndTakenOnce() {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.signIn(noor, Town.PASSWORD);
            byte[] secret = secret(visitor.get("/account/second-step").body());
            assertThat(visitor.post("/account/second-step", "code", "000000").status())
                    .isEqualTo(422);
            String done = visitor.post("/account/second-step", "code", code(secret, -1))
                    .body();
            assertThat(done).contains("Bewaar deze codes");
            Matcher recovery = Pattern.compile("<code>([a-z2-7-]{19})</code>").matcher(done);
            assertThat(recovery.find()).isTrue();

            assertThat(visitor.signIn(noor, Town.PASSWORD).location()).hasValue("/login/second-step");
            assertThat(visitor.get("/account").location()).hasValue("/login/second-step");
            assertThat(visitor.get("/account/second-step").location()).hasValue("/login/second-step");
            visitor.get("/login/second-step");
            assertThat(visitor.post("/login/second-step", "code", code(secret, -1))
                            .status())
                    .as("the code of the set-up again")
                    .isEqualTo(422);
            String halfway = visitor.session();
            assertThat(visitor.follow(visitor.post("/login/second-step", "code", code(secret, 0)))
                            .body())
                    .contains("Noor Jansen");
            assertThat(visitor.session()).isNotEqualTo(halfway);

            visitor.signIn(noor, Town.PASSWORD);
            visitor.get("/login/second-step");
            assertThat(visitor.post("/login/second-step", "code", code(secret, 0))
                            .status())
                    .as("a code that was taken")
                    .isEqualTo(422);
            assertThat(visitor.follow(visitor.post("/login/second-step", "code", recovery.group(1)))
                            .status())
                    .isEqualTo(200);
            visitor.signIn(noor, Town.PASSWORD);
            visitor.get("/login/second-step");
            assertThat(visitor.post("/login/second-step", "code", recovery.group(1))
                            .status())
                    .as("a recovery code that was used")
                    .isEqualTo(422);
        }
    }

    @Test
    void codesCannotBeGuessedThrough() {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.signIn(noor, Town.PASSWORD);
            byte[] secret = secret(visitor.get("/account/second-step").body());
            visitor.post("/account/second-step", "code", code(secret, -1));
            visitor.signIn(noor, Town.PASSWORD);
            visitor.get("/login/second-step");
            for (int i = 0; i < 5; i++) {
                visitor.post("/login/second-step", "code", "11111" + i);
            }

            assertThat(visitor.post("/login/second-step", "code", code(secret, 0))
                            .body())
                    .contains("te vaak een verkeerde code");
        }
    }

    @Test
    void whoMustHaveASecondStepSetsItUpFirst() {
        run("update organisation set second_step_required = true");
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            assertThat(visitor.signIn(noor, Town.PASSWORD).location()).hasValue("/account/second-step");
            assertThat(visitor.get("/proposals").location()).hasValue("/account/second-step");
            assertThat(visitor.get("/account").location()).hasValue("/account/second-step");
            byte[] secret = secret(visitor.get("/account/second-step").body());
            visitor.post("/account/second-step", "code", code(secret, 0));

            assertThat(visitor.get("/account").status()).isEqualTo(200);
        }
    }

    @Test
    void whoIsInvitedChoosesAPasswordOnceAndAKnownAddressLooksTheSame() {
        String fatima = "fatima" + count + "@koppelwerk.example";
        try (HttpVisitor administrator = new HttpVisitor(pages);
                HttpVisitor invited = new HttpVisitor(pages)) {
            administrator.signIn(boss, Town.PASSWORD);
            administrator.get("/accounts/new");
            Answer fresh =
                    administrator.post("/accounts", "email", fatima, "name", "Fatima Aydin", "role", "COORDINATOR");
            administrator.get("/accounts/new");
            Answer known = administrator.post("/accounts", "email", noor, "name", "Noor", "role", "COORDINATOR");
            assertThat(fresh).isEqualTo(known);
            assertThat(mails(fatima)).hasSize(1);
            assertThat(mails(noor)).isEmpty();
            assertThat(invited.signIn(fatima, "").location()).hasValue("/login?problem=wrong");

            String link = link(fatima);
            invited.follow(invited.get(link));
            assertThat(invited.follow(invited.get(link)).body()).contains("Welkom. Kies een wachtwoord");
            assertThat(invited.post("/welcome/password", "password", "kort").body())
                    .contains("te kort");
            assertThat(invited.post("/welcome/password", "password", "Fatima.Aydin.99")
                            .body())
                    .contains("uw naam");
            assertThat(invited.post("/welcome/password", "password", "een zin met vogels")
                            .location())
                    .hasValue("/login?notice=chosen");
            assertThat(invited.follow(invited.get(link)).status()).isEqualTo(404);
            assertThat(invited.follow(invited.signIn(fatima, "een zin met vogels"))
                            .body())
                    .contains("Fatima Aydin");
        }
    }

    @Test
    void anInvitationThatIsWithdrawnReplacedOrSevenDaysOldIsOver() {
        String fatima = "fatima" + count + "@koppelwerk.example";
        try (HttpVisitor administrator = new HttpVisitor(pages);
                HttpVisitor invited = new HttpVisitor(pages)) {
            administrator.signIn(boss, Town.PASSWORD);
            administrator.get("/accounts/new");
            administrator.post("/accounts", "email", fatima, "name", "Fatima Aydin", "role", "COORDINATOR");
            String page = "/accounts/" + account(fatima);
            String first = link(fatima);
            administrator.get(page);
            administrator.post(page + "/invite-again");
            assertThat(mails(fatima)).hasSize(2);
            assertThat(invited.follow(invited.get(first)).status()).isEqualTo(404);
            String second = mails(fatima).stream()
                    .map(SignInTest::linkIn)
                    .filter(one -> !one.equals(first))
                    .findFirst()
                    .orElseThrow();
            assertThat(invited.follow(invited.get(second)).status()).isEqualTo(200);

            run("update account_link set expires_at = expires_at - interval '7 days'");
            assertThat(invited.post("/welcome/password", "password", "een zin met vogels")
                            .status())
                    .isEqualTo(404);
            run("update account_link set expires_at = expires_at + interval '7 days'");
            run("update account_link set created_at = created_at + interval '1 hour'");
            assertThat(invited.post("/welcome/password", "password", "een zin met vogels")
                            .status())
                    .as("made by a clock that ran ahead")
                    .isEqualTo(404);
            run("update account_link set created_at = created_at - interval '1 hour'");
            administrator.post(page + "/withdraw");
            assertThat(invited.follow(invited.get(second)).status()).isEqualTo(404);
        }
    }

    @Test
    void aForgottenPasswordIsMailedForAndAnUnknownAddressIsAnsweredAlike() {
        try (HttpVisitor visitor = new HttpVisitor(pages);
                HttpVisitor other = new HttpVisitor(pages)) {
            visitor.get("/forgotten-password");
            other.get("/forgotten-password");
            Answer known = visitor.post("/forgotten-password", "email", noor);
            Answer unknown = other.post("/forgotten-password", "email", "niemand@koppelwerk.example");
            assertThat(known.body().replaceAll("value=\"[^\"]*\"", ""))
                    .isEqualTo(unknown.body().replaceAll("value=\"[^\"]*\"", ""));
            awaitMail(noor);

            visitor.follow(visitor.get(link(noor)));
            assertThat(visitor.post("/welcome/password", "password", "een zin met vogels")
                            .location())
                    .hasValue("/login?notice=chosen");
            assertThat(visitor.signIn(noor, Town.PASSWORD).location()).hasValue("/login?problem=wrong");
            assertThat(visitor.follow(visitor.signIn(noor, "een zin met vogels"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anotherRoleBeginsWithANewSignInAndStandsInTheLog() {
        try (HttpVisitor administrator = new HttpVisitor(pages);
                HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.signIn(noor, Town.PASSWORD);
            administrator.signIn(boss, Town.PASSWORD);
            String page = "/accounts/" + account(noor);
            administrator.get(page);
            administrator.post(page, "name", "Noor Jansen", "role", "ADMINISTRATOR");

            assertThat(visitor.get("/account").location()).hasValue("/login?notice=ended");
            assertThat(visitor.follow(visitor.signIn(noor, Town.PASSWORD)).body())
                    .contains("Medewerkers");
            assertThat(administrator
                            .get("/audit?subject=ACCOUNT&action=CHANGED")
                            .body())
                    .contains("rol nu: beheerder", "rol eerst: coördinator");
        }
    }

    @Test
    void nobodyTakesTheOwnRoleAwayOrMakesASystemAdministrator() {
        try (HttpVisitor administrator = new HttpVisitor(pages)) {
            administrator.signIn(boss, Town.PASSWORD);
            String own = "/accounts/" + account(boss);
            administrator.get(own);
            assertThat(administrator
                            .post(own, "name", "Baas", "role", "COORDINATOR")
                            .status())
                    .isEqualTo(422);
            administrator.get(own);
            administrator.post(own + "/close");
            assertThat(administrator.get("/accounts").status()).isEqualTo(200);
            String other = "/accounts/" + account(noor);
            administrator.get(other);
            assertThat(administrator
                            .post(other, "name", "Noor", "role", "SYSTEM_ADMINISTRATOR")
                            .status())
                    .isEqualTo(422);
        }
    }

    private void run(String sql) {
        database.scope().inside(organisation, () -> {
            database.jdbc().sql(sql).update();
        });
    }

    private long audited(String action) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select count(*) from audit_entry where action = :action")
                                .param("action", action)
                                .query(Long.class)
                                .single());
    }

    private String account(String email) {
        return new Accounts(database.jdbc(), database.scope())
                .findForSignIn(email)
                .map(Account::id)
                .orElseThrow()
                .toString();
    }

    private List<String> mails(String email) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select body from outgoing_mail where sealed_index(recipient) = :email")
                                .param("email", Clear.index(Cell.Looking.BY_EMAIL, email))
                                .query((row, number) -> row.getString("body"))
                                .list());
    }

    private void awaitMail(String email) {
        Instant end = Clock.systemUTC().instant().plus(Duration.ofSeconds(30));
        while (mails(email).isEmpty() && Clock.systemUTC().instant().isBefore(end)) {
            Thread.onSpinWait();
        }
    }

    private String link(String email) {
        return linkIn(mails(email).getFirst());
    }

    private static String linkIn(String body) {
        assertThat(body).contains("http://localhost:0/welcome?link=");
        Matcher link = LINK.matcher(body);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static byte[] secret(String page) {
        Matcher key = Pattern.compile("kw-secret\">([A-Z2-7 ]+)<").matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1).replace(" ", "").getBytes(StandardCharsets.US_ASCII);
    }

    private static String code(byte[] secret, int periodsFromNow) {
        Instant now = pages.context().getBean(Clock.class).instant();
        return new TOTPGenerator.Builder(secret)
                .withPeriod(Duration.ofSeconds(30))
                .build()
                .at(now.plusSeconds(30L * periodsFromNow));
    }
}
