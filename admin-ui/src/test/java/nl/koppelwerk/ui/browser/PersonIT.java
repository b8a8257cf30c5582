package nl.koppelwerk.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Families and volunteers kept in a real browser: found, changed, merged, imported after a look, and exported. */
@ExtendWith(DatabaseExtension.class)
class PersonIT {
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final String HEADING =
            "gezinsnummer;gezin;postcode;talen;steunvraag;programma;soort;hulpvragen;uren_per_week;dagdelen;wacht_sinds\n";

    private static TestDatabase database;
    private static OrganisationId rotterdam;
    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR, "tweede@koppelwerk.example");
        Town.fill(database, rotterdam, 43);
        Town.emptyTown(database, "Nieuw Begin", "leeg@koppelwerk.example");
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

    private static List<UUID> ids(String table) {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select id from " + table + " where merged_into is null order by reference")
                                .query((row, number) -> row.getObject(1, UUID.class))
                                .list());
    }

    private static String reference(UUID family) {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select reference from family where id = :id")
                                .param("id", family)
                                .query((row, number) -> row.getString(1))
                                .single());
    }

    private static void look(Visitor visitor, String name) {
        visitor.inspect();
        visitor.picture("person/" + name + "-" + visitor.page().viewportSize().width);
    }

    @ParameterizedTest
    @CsvSource({"390, nl", "1280, en"})
    void everyPageIsUsableByEverybody(int width, String language) {
        UUID family = ids("family").get(20);
        UUID volunteer = ids("volunteer").get(11);
        try (Visitor noor = visitor(width, true)) {
            noor.go("/login?language=" + language);
            noor.signIn(NOOR);
            for (String path : List.of(
                    "/families",
                    "/families?q=yilmas",
                    "/families?q=xyzzy",
                    "/families/new",
                    "/families/" + family,
                    "/families/" + family + "/edit",
                    "/families/" + family + "/requests/new",
                    "/families/" + family + "/merge",
                    "/families/" + family + "/merge?with="
                            + reference(ids("family").get(21)),
                    "/families/duplicates",
                    "/volunteers",
                    "/volunteers/new",
                    "/volunteers/" + volunteer,
                    "/volunteers/" + volunteer + "/edit",
                    "/volunteers/duplicates",
                    "/imports")) {
                noor.go(path);
                String name =
                        path.substring(1).replaceAll("[0-9a-f-]{36}", "one").replaceAll("[/?=]", "-");
                look(noor, language + "-" + (name.contains("with") ? "families-one-merge-compare" : name));
            }
            noor.go("/families/new");
            noor.follows(noor.page().locator("main form button[type=submit]"));
            look(noor, language + "-families-new-wrong");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280", "390"})
    void emptyPagesSayWhatToDo(int width) {
        try (Visitor newcomer = visitor(width, true)) {
            newcomer.signIn("leeg@koppelwerk.example");
            for (String path : List.of("families", "volunteers", "imports", "families/duplicates")) {
                newcomer.go("/" + path);
                look(newcomer, "empty-" + path.replace('/', '-'));
            }
        }
    }

    @Test
    void aFamilyIsFoundByANameNearlyRightAndChangedWithTheKeyboard() {
        try (Visitor noor = visitor(1280, true)) {
            noor.signIn(NOOR);
            noor.go("/families");
            Page page = noor.page();
            page.locator("#q").fill("Yilmas");
            page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(page.locator("tbody tr").first()).containsText("Yilmaz");
            noor.follows(page.locator("tbody a").first());
            noor.follows(page.locator(".kw-actions a.nl-button[href$='/edit']"));
            page.locator("#street").fill("Maashaven");
            page.locator("#children_birth_years").fill("2015 2021");
            page.locator("#street").press("Enter");

            noor.reads("Opgeslagen.", "Maashaven", "Wat er veranderd is", "Noor Jansen");
            look(noor, "nl-families-one-changed");
        }
    }

    @Test
    void theWeekIsFilledInByKeyboardAndWithoutScript() {
        UUID volunteer = ids("volunteer").get(3);
        try (Visitor noor = visitor(390, false)) {
            noor.signIn(NOOR);
            noor.go("/volunteers/" + volunteer + "/edit");
            Page page = noor.page();
            page.locator("input[name=availability][value=sun-night]").focus();
            page.keyboard().press("Space");
            page.locator("label.kw-grid__cell:has(input[value=mon-night])").click();
            noor.follows(page.locator("main form button[type=submit]"));

            noor.reads("Opgeslagen.", "zondagnacht", "maandagnacht");
        }
    }

    @Test
    void twoFamiliesBecomeOne() {
        UUID into = ids("family").get(30);
        UUID merged = ids("family").get(32);
        String old = reference(merged);
        try (Visitor noor = visitor(1280, true)) {
            noor.signIn(NOOR);
            noor.go("/families/" + into + "/merge");
            noor.page().locator("#with").fill("G-BESTAAT-NIET");
            noor.page().keyboard().press("Enter");
            noor.reads("Dit nummer kennen we niet.");
            look(noor, "nl-merge-unknown");
            noor.page().locator("#with").fill(old);
            noor.page().keyboard().press("Enter");
            noor.page().locator("input[name=take]").first().check();
            noor.page().locator("main form button[type=submit]").click();

            noor.reads("Samengevoegd.", "eerder " + old);
            noor.go("/families/" + merged);
            PlaywrightAssertions.assertThat(noor.page()).hasURL(Pattern.compile(".*/families/" + into));
            noor.go("/families?q=" + old);
            noor.reads("eerder " + old);
        }
    }

    @Test
    void aFileIsImportedAfterALookAndWhatItRefusesComesBack() throws IOException {
        String rows = HEADING
                + "NW-1;Gezin Maanbrug;3021;Turks C2;NW-1-1;MAATJE;maatje;geld;2,5;woensdagmiddag;1-9-2026\n"
                + "NW-2;Gezin Zeilhof;9999;Turks C2;NW-2-1;MAATJE;maatje;geld;2,5;woensdagmiddag;1-9-2026\n";
        try (Visitor noor = visitor(1280, true)) {
            noor.signIn(NOOR);
            noor.go("/imports");
            upload(noor, "plaatje.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
            noor.reads("plaatje.png: dit is een plaatje");
            look(noor, "nl-imports-refused");
            upload(noor, "nieuw.csv", rows.getBytes(StandardCharsets.UTF_8));
            noor.reads("Er is nog niets veranderd.", "NW-1", "Rij 3, postcode");
            look(noor, "nl-imports-preview");
            Download refused = noor.page()
                    .waitForDownload(
                            () -> noor.page().locator("a[href$='refused.csv']").click());
            assertThat(Files.readString(refused.path())).contains("9999", "reden_afwijzing");
            noor.page().locator("form[action$=confirm] button").click();

            noor.reads("Ingelezen: 1 nieuw, 0 gewijzigd, 1 afgewezen.", "nieuw.csv");
            look(noor, "nl-imports-done");
            noor.go("/families?q=NW-1");
            noor.reads("Gezin Maanbrug");
        }
    }

    private static void upload(Visitor visitor, String name, byte[] content) {
        visitor.page().locator("#file").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        visitor.follows(visitor.page().locator("main form button[type=submit]"));
    }

    @Test
    void aListIsTakenAlongAsAFile() throws IOException {
        try (Visitor noor = visitor(1280, true)) {
            noor.signIn(NOOR);
            noor.go("/families?speaks=tur");
            Download csv = noor.page()
                    .waitForDownload(
                            () -> noor.page().locator("a[href*='export.csv']").click());
            Download xlsx = noor.page()
                    .waitForDownload(
                            () -> noor.page().locator("a[href*='export.xlsx']").click());

            assertThat(csv.suggestedFilename()).isEqualTo("gezinnen-2026-11-21.csv");
            assertThat(Files.readString(csv.path())).contains("gezinsnummer;gezin;", "tur:");
            assertThat(Files.readAllBytes(xlsx.path())).startsWith('P', 'K');
        }
    }
}
