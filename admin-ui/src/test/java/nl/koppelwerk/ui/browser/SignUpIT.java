package nl.koppelwerk.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.SignUps;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.shell.OwnLanguage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody with a telephone who was never here before. */
@ExtendWith(DatabaseExtension.class)
class SignUpIT {
    private static final int PHONE = 360;
    private static final String COORDINATOR = "noor@koppelwerk.example";

    /** Looked at on every page; the others, which say the same in as many words, on the longest one. */
    private static final Set<OwnLanguage> WHOLE = Set.of(OwnLanguage.NL, OwnLanguage.AR);

    private static TestDatabase database;
    private static RunningPages pages;
    private static Chromium chromium;
    private static SignUps signUps;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", COORDINATOR);
        Town.fill(database, rotterdam, 40);
        pages = new RunningPages(database);
        signUps = new SignUps(database, rotterdam, pages).open("samen-sterk", "010 123 45 67");
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    private static Visitor phone(boolean script) {
        return Visitor.at(pages.address(), chromium.browser(), PHONE, script);
    }

    /** As if the form had stood open for a while: the clock of the pages stands still. */
    private static void wait(Visitor visitor, String form) {
        visitor.page()
                .locator("input[name=token]")
                .evaluate("(input, token) => input.value = token", signUps.token(form, Duration.ofMinutes(1)));
    }

    private static void offer(Visitor visitor) {
        visitor.page().locator("#postcode").fill("3021");
        visitor.page().locator("#tongue0").selectOption("tur");
        visitor.page().locator("input[name=part][value=wed-afternoon]").check();
    }

    private static void send(Visitor visitor) {
        visitor.page().locator("main form button[type=submit]").last().click();
    }

    @Test
    void aVolunteerSeesWhatIsNeededAndSignsUpWithoutScript() {
        try (Visitor phone = phone(false)) {
            phone.go("/join");
            offer(phone);
            send(phone);
            phone.reads("Dit is nodig bij u in de buurt");
            phone.page().locator("#name").fill("Sara de Boer");
            phone.page().locator("#phone").fill("06 1234 5678");
            phone.page().locator("input[name=consent]").check();
            send(phone);
            phone.reads("Kijk alles nog eens na");
            assertThat(phone.page().locator("#name")).hasValue("Sara de Boer");
        }
    }

    @Test
    void aFamilyIsOnTheListOfTheCoordinatorAndIsTakenOver() {
        try (Visitor phone = phone(true);
                Visitor coordinator = Visitor.at(pages.address(), chromium.browser(), 1280, true)) {
            phone.go("/help");
            phone.page().locator("input[name=signal][value=EXHAUSTED]").check();
            phone.page().locator("input[name=need][value=PARENTING]").check();
            phone.page().locator("#name").fill("Familie Kaya");
            phone.page().locator("#phone").fill("06 1234 5678");
            phone.page().locator("#ages").fill("2, 5");
            offer(phone);
            phone.page().locator("input[name=consent]").check();
            wait(phone, "help");
            send(phone);
            phone.reads("Dank u wel");

            coordinator.signIn(COORDINATOR);
            coordinator.go("/registrations");
            coordinator.reads("dringend");
            coordinator.inspect();
            coordinator.follows(coordinator.page().locator("main table a").first());
            coordinator.reads("De ouder kan echt niet meer");
            coordinator.inspect();
            coordinator.follows(coordinator.page().locator("#take-over ~ p a[href*='/new']"));
            assertThat(coordinator.page().locator("#family_name")).hasValue("Familie Kaya");
        }
    }

    @ParameterizedTest
    @EnumSource(OwnLanguage.class)
    void everyPageIsUsableByEverybodyInEveryLanguage(OwnLanguage language) {
        try (Visitor phone = phone(true)) {
            phone.go("/help?by=referrer&language=" + language.code());
            assertThat(phone.page().locator("html")).hasAttribute("dir", language.direction());
            look(phone, "help", language);
            phone.go("/join");
            if (WHOLE.contains(language)) {
                look(phone, "join", language);
            }
            offer(phone);
            send(phone);
            assertThat(phone.page().locator("#name")).isVisible();
            look(phone, "person", language);
            if (WHOLE.contains(language)) {
                phone.go("/join/thanks");
                look(phone, "thanks", language);
                phone.go("/join/confirm?key=" + "k".repeat(43));
                look(phone, "confirm", language);
            }
            phone.go("/help/standing?key=" + asked());
            look(phone, "standing", language);
        }
    }

    /** The key of a family that is asked whether it wants to meet somebody. */
    private static String asked() {
        String key = "a".repeat(43);
        database.scope().inside(signUps.organisation(), () -> {
            for (String sql : List.of("""
                    update pairing set step = 'ASKED', held = true
                    where id = (select id from pairing where step = 'PROPOSED' order by id limit 1)
                      and not exists (select from pairing where step = 'ASKED')
                    """, """
                    insert into registration (organisation, id, side, state, name, phone, postcode, languages, day_parts,
                        needs, birth_years, signals, referrer_may_follow, page_language, consent_version, created_at,
                        form, confirmed_at, family)
                    select p.organisation, p.id, 'FAMILY', 'TAKEN_OVER', '–', '–', 3021, 'tur:C2', 1,
                           '{}', '{}', '{}', false, 'tr', '2026-11', now(), sha256('f'), now(), q.family
                    from pairing p join support_request q on q.organisation = p.organisation and q.id = p.request
                    where p.step = 'ASKED' on conflict do nothing
                    """, """
                    insert into household_key (organisation, hash, way, referrer, registration, made_at, expires_at)
                    select organisation, sha256(:key::bytea), 'SIGN_UP', false, id, now(), timestamptz '2099-01-01'
                    from registration where name = '–' on conflict do nothing
                    """)) {
                var statement = database.jdbc().sql(sql);
                (sql.contains(":key") ? statement.param("key", key) : statement).update();
            }
        });
        return key;
    }

    private static void look(Visitor phone, String name, OwnLanguage language) {
        phone.inspect();
        phone.picture("signup-" + name + "-" + language.code());
    }

    @Test
    void thePagesWeighLittle() {
        try (Visitor phone = phone(true)) {
            List<Response> answers = new ArrayList<>();
            phone.page().onResponse(answers::add);
            phone.go("/help?by=referrer");
            phone.page().waitForLoadState(LoadState.NETWORKIDLE);
            long bytes = List.copyOf(answers).stream()
                    .mapToLong(answer -> answer.body().length)
                    .sum();
            org.slf4j.LoggerFactory.getLogger(SignUpIT.class).info("page for help: {} bytes before packing", bytes);
            assertThat(bytes).isBetween(5_000L, 150_000L);
        }
    }
}
