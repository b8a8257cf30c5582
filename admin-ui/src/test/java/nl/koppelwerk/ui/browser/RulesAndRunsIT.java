package nl.koppelwerk.ui.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.programme.InstallingProgrammes;
import nl.koppelwerk.data.programme.ProgrammeReading;
import nl.koppelwerk.data.programme.ShippedProgrammes;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A coordinator changes the rules of a programme and starts a run, in a real browser and with the real optimiser. */
@ExtendWith(DatabaseExtension.class)
class RulesAndRunsIT {
    private static final String NOOR = "noor@koppelwerk.example";
    private static final String MARIEKE = "marieke@koppelwerk.example";
    private static final String BEA = "bea@koppelwerk.example";
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(120_000);

    private static final String HOPE = "hope@koppelwerk.example";

    private static OrganisationId hope = new OrganisationId(new UUID(0, 0));
    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase database) {
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR, MARIEKE);
        Town.fill(database, rotterdam, 43);
        Town.emptyTown(database, "Nieuw Begin", "leeg@koppelwerk.example");
        hope = Town.emptyTown(database, "House of Hope", HOPE);
        Town.fill(database, hope, 2);
        Town.accounts(database, rotterdam, BEA);
        Accounts accounts = new Accounts(database.jdbc(), database.scope());
        Account bea = accounts.findForSignIn(BEA).orElseThrow();
        accounts.save(bea.with("Bea Kok", Account.Role.ADMINISTRATOR, true));
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    private static Visitor visitor(int width, boolean script) {
        return Visitor.at(pages.address(), chromium.browser(), width, script);
    }

    private static void openDraft(Visitor visitor) {
        visitor.go("/rules");
        visitor.follows(visitor.page().locator(".kw-pair__link").first());
        visitor.follows(visitor.page().locator("a[href$=draft]"));
    }

    private static void weigh(Page page, String rule, String weight) {
        page.locator("[name='weight." + rule + "']").fill(weight);
        page.locator(".kw-draft button[type=submit]").click();
    }

    @Test
    void aWeightIsChangedOnADraftTriedPutToUseAndUsedByTheNextRun() {
        try (Visitor noor = visitor(1280, true)) {
            noor.signIn(NOOR);
            openDraft(noor);
            Page page = noor.page();
            noor.inspect();

            weigh(page, "near", "101");
            noor.reads("Eén veld klopt niet", "Vul een heel getal in van 0 tot en met 100.");
            noor.inspect();
            weigh(page, "near", "95");
            noor.reads("Uw concept is bewaard.", "Gewicht van Dichtbij");
            noor.inspect();

            page.locator("form[action$=tries] button").click();
            PlaywrightAssertions.assertThat(page.locator("#stand")).hasText("Dit kwam eruit", PATIENTLY);
            noor.reads("Afstand, gemiddeld", "Er is niets veranderd.");
            noor.inspect();

            page.locator("#reason").fill("Dichtbij moet meer tellen");
            page.locator("form[action$=use] button").click();
            noor.reads("Versie 2 is nu in gebruik.");
            noor.inspect();

            noor.go("/runs");
            page.locator("main form[action$=runs] button").click();
            noor.inspect();
            PlaywrightAssertions.assertThat(page.locator(".kw-title .nl-data-badge"))
                    .hasText("klaar", PATIENTLY);
            noor.reads("MAATJE versie 2", "door ");
            noor.inspect();

            page.locator("form[action$=replays] button").click();
            PlaywrightAssertions.assertThat(page.locator("#stand")).hasText("Dit kwam eruit", PATIENTLY);
            noor.reads("Er komt precies hetzelfde uit.");
            noor.inspect();
            noor.go(page.url().replaceAll(".*(/runs/\\d+)/.*", "$1/changes"));
            noor.inspect();
            noor.go(page.url().replaceAll(".*(/runs/\\d+)/.*", "$1/fairness"));
            noor.inspect();
            noor.go(page.url().replaceAll(".*(/runs/\\d+)/.*", "$1/rejects"));
            noor.inspect();
        }
    }

    @Test
    void aColleaguesDraftIsSeenAndWhoIsSecondIsTold() {
        try (Visitor noor = visitor(1280, true);
                Visitor marieke = visitor(1280, true)) {
            noor.signIn(NOOR);
            marieke.signIn(MARIEKE);
            openDraft(noor);
            weigh(noor.page(), "experience", "11");
            openDraft(marieke);
            marieke.reads("werkt ook aan een concept");
            marieke.inspect();
            weigh(marieke.page(), "experience", "12");
            marieke.page().locator("#reason").fill("Ervaring");
            marieke.page().locator("form[action$=use] button").click();
            marieke.reads("is nu in gebruik");

            noor.page().locator("#reason").fill("Ook ervaring");
            noor.page().locator("form[action$=use] button").click();
            noor.reads("Een collega was u voor", "Kijk het na en bewaar het opnieuw.");
            noor.inspect();

            noor.follows(noor.page().locator("form[action$=discard] button"));
            noor.follows(noor.page().locator("a[href$=versions]"));
            noor.inspect();
            noor.follows(noor.page().locator("form[action$=restore] button").last());
            noor.reads("is nu in gebruik", "Terug naar versie 1");
            noor.inspect();
        }
    }

    @Test
    void aDraftIsTriedAndARunStoppedWithoutScript() {
        try (Visitor noor = visitor(390, false)) {
            noor.signIn(NOOR);
            openDraft(noor);
            weigh(noor.page(), "staying", "37");
            noor.page().locator("form[action$=tries] button").click();
            while (!noor.page().locator("#stand").innerText().equals("Dit kwam eruit")) {
                noor.page().reload();
            }

            noor.go("/runs");
            noor.page().locator("main form[action$=runs] button").click();
            PlaywrightAssertions.assertThat(noor.page().locator("h1")).containsText("Ronde ");
            while (noor.page().locator(".kw-badge--running").count() > 0) {
                noor.page().reload();
            }
            PlaywrightAssertions.assertThat(noor.page().locator(".kw-title .nl-data-badge"))
                    .hasText("klaar");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, nl, true, 7", "390, en, true, 8", "390, nl, false, 9"})
    void anAdministratorFindsTheRhythmOfAProgrammeAndChangesIt(
            int width, String language, boolean script, String trialWeeks) {
        try (Visitor bea = visitor(width, script)) {
            bea.go("/login?language=" + language);
            bea.signIn(BEA);
            bea.go("/rules");
            bea.follows(bea.page().locator(".kw-pair__link").first());
            bea.follows(bea.page().locator("a[href$=rhythm]"));
            inspectAndPicture(bea, script, "rhythm-" + width);

            rhythm(bea, trialWeeks, "10, 3");
            PlaywrightAssertions.assertThat(bea.page().locator("#weeks-problem"))
                    .isVisible();
            inspectAndPicture(bea, script, "rhythm-wrong-" + width);
            rhythm(bea, trialWeeks, "2, 6, 13");
            bea.reads(language.equals("nl") ? "gewijzigd door Bea Kok" : "changed by Bea Kok");
            inspectAndPicture(bea, script, "rhythm-changed-" + width);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, nl", "390, en"})
    void whatAProgrammeIsForStandsOnItsPage(int width, String language) {
        ProgrammeReading.Good good = (ProgrammeReading.Good) ProgrammeReading.of(
                "HoH.yaml", ShippedProgrammes.find("HoH").orElseThrow().text());
        pages.context()
                .getBean(OrganisationScope.class)
                .inside(
                        hope,
                        () -> pages.context()
                                .getBean(InstallingProgrammes.class)
                                .install(hope, good, Optional.empty()));
        try (Visitor anna = visitor(width, true)) {
            anna.go("/login?language=" + language);
            anna.signIn(HOPE);
            anna.go("/rules");
            anna.follows(anna.page().locator(".kw-pair__link").first());
            anna.inspect();
            anna.follows(anna.page().locator("a[href$=about]"));
            anna.reads("Katendrecht (3072)", language.equals("nl") ? "0 van de 32 bezet" : "0 of 32 taken");
            inspectAndPicture(anna, true, "programme-" + width);
            anna.go("/rules");
            anna.follows(anna.page().locator(".kw-pair__link").last());
            anna.follows(anna.page().locator("a[href$=about]"));
            inspectAndPicture(anna, true, "programme-none-" + width);
        }
    }

    private static void rhythm(Visitor bea, String trialWeeks, String weeks) {
        bea.page().locator("#trial").fill(trialWeeks);
        bea.page().locator("#weeks").fill(weeks);
        bea.follows(bea.page().locator("form[action$=rhythm] button"));
    }

    /** What looks for violations is a script itself. */
    private static void inspectAndPicture(Visitor visitor, boolean script, String name) {
        if (script) {
            visitor.inspect();
        }
        visitor.picture(name);
    }

    @ParameterizedTest
    @CsvSource({"1280, nl", "390, en"})
    void emptyPagesAreUsableToo(int width, String language) {
        try (Visitor newcomer = visitor(width, true)) {
            newcomer.go("/login?language=" + language);
            newcomer.signIn("leeg@koppelwerk.example");
            for (String path : new String[] {"/runs", "/rules"}) {
                newcomer.go(path);
                newcomer.inspect();
            }
        }
    }
}
