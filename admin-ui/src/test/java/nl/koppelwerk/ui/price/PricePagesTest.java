package nl.koppelwerk.ui.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.data.cost.CarePrices;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

@ExtendWith(DatabaseExtension.class)
class PricePagesTest {
    private static final String EMAIL = "prijzen@koppelwerk.example";

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId organisation;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        organisation = Town.emptyTown(database, "Prijzen Rotterdam", EMAIL);
        Town.fill(database, organisation, 7);
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void aFileIsLookedAtBeforeItIsTakenOver() {
        MvcTestResult preview = preview("Rotterdam", """
                productcategorie;productcode;naam;wet;eenheid;prijs;prijsjaar;bron
                45;A1;Ambulant;Jeugdwet;uur;61,20;2025;Contract 2025
                45;A2;Zonder bron;Jeugdwet;uur;61,20;2025;
                """);

        assertThat(preview)
                .hasStatusOk()
                .bodyText()
                .contains("Ambulant", "€\u00A061,20", "Rij 3, bron (–): De bron ontbreekt");
        assertThat(kept()).extracting(UnitPrice::name).doesNotContain("Ambulant");

        assertThat(keep(preview)).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/prices?municipality=Rotterdam");
        assertThat(kept()).extracting(UnitPrice::name).contains("Ambulant").doesNotContain("Zonder bron");
        assertThat(as(Role.COORDINATOR, "/prices")).bodyText().contains("Ambulant", "Contract 2025");
    }

    @Test
    void whatAColleagueChangedMeanwhileIsShownAgain() {
        MvcTestResult preview = preview("Rotterdam", """
                productcategorie;productcode;naam;wet;eenheid;prijs;prijsjaar;bron
                44;B1;Logeren;Jeugdwet;etmaal;188,10;2025;Contract 2025
                """);
        MvcTestResult colleagues = preview("Rotterdam", """
                productcategorie;productcode;naam;wet;eenheid;prijs;prijsjaar;bron
                44;B1;Logeren;Jeugdwet;etmaal;190;2025;Brief van 3 mei
                """);
        assertThat(keep(colleagues)).hasStatus(HttpStatus.FOUND);

        MvcTestResult again = keep(preview);

        assertThat(again).hasStatusOk().bodyText().contains("Een collega heeft deze lijst net veranderd", "190,00");
        assertThat(kept()).extracting(UnitPrice::source).contains("Brief van 3 mei");
    }

    @Test
    void aFileThatIsNoPriceListIsRefusedWithAReason() {
        assertThat(preview("Rotterdam", "naam;leeftijd\nJan;5\n"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("prijzen.csv");
    }

    @Test
    void aRowWithACellTooManyAndSignsThatNobodyKeepsAreRefused() {
        assertThat(preview("Rotterdam", """
                productcategorie;productcode;naam;wet;eenheid;prijs;prijsjaar;bron
                45;C1;Ambulant;Jeugdwet;uur;61,20;2025;Contract;2025
                45;C2;Ambu\0lant;Jeugdwet;uur;61,20;2025;Contract 2025
                """)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(preview("Rotterdam", """
                productcategorie;productcode;naam;wet;eenheid;prijs;prijsjaar;bron
                45;C1;Ambulant;Jeugdwet;uur;61,20;2025;Contract;2025
                """))
                .hasStatusOk()
                .bodyText()
                .contains("Rij 2, bron (Contract): Deze rij heeft meer cellen");
    }

    @Test
    void aSpreadsheetIsAPriceListToo() throws java.io.IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook()) {
            var sheet = book.createSheet();
            String[] names = {"productcategorie", "productcode", "naam", "wet", "eenheid", "prijs", "prijsjaar", "bron"
            };
            Object[] cells = {45.0, "X1", "Uit een blad", "Wmo", "uur", 61.2, 2025.0, "Contract 2025"};
            var heading = sheet.createRow(0);
            var row = sheet.createRow(1);
            for (int i = 0; i < names.length; i++) {
                heading.createCell(i).setCellValue(names[i]);
                if (cells[i] instanceof Double number) {
                    row.createCell(i).setCellValue(number);
                } else {
                    row.createCell(i).setCellValue((String) cells[i]);
                }
            }
            book.write(bytes);
        }

        MvcTestResult preview = mvc.post()
                .uri("/prices/preview")
                .multipart()
                .file(new MockMultipartFile("file", "prijzen.xlsx", "application/zip", bytes.toByteArray()))
                .param("municipality", "Rotterdam")
                .with(user(reader(Role.ADMINISTRATOR)))
                .with(csrf())
                .exchange();

        assertThat(preview).hasStatusOk().bodyText().contains("Uit een blad", "€\u00A061,20");
        assertThat(keep(preview)).hasStatus(HttpStatus.FOUND);
        assertThat(kept()).extracting(UnitPrice::name).contains("Uit een blad");
    }

    @Test
    void publishedPricesAreThereWithTheirSourcesAndALevelOfPricesIsMoreThanNothing() {
        MvcTestResult preview = mvc.post()
                .uri("/prices/published")
                .param("municipality", "Rotterdam")
                .with(user(reader(Role.ADMINISTRATOR)))
                .with(csrf())
                .exchange();
        assertThat(keep(preview)).hasStatus(HttpStatus.FOUND);
        assertThat(kept())
                .extracting(UnitPrice::source)
                .contains("Gemeente De Wolden, maximale pgb-tarieven 2023", "Gemeente Hoogeveen, tarieven 2020");

        assertThat(level("2023", "0", "CBS")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(level("2023", "115", " ")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(level("1923", "115", "CBS")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(level("2023", "115,5", "C\0BS")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(level("2023", "115,5", "CBS")).hasStatus(HttpStatus.FOUND);
        assertThat(as(Role.ADMINISTRATOR, "/prices")).bodyText().contains("2023: 115,5");
    }

    private static MvcTestResult level(String year, String level, String source) {
        return mvc.post()
                .uri("/prices/levels")
                .param("municipality", "Rotterdam")
                .param("year", year)
                .param("level", level)
                .param("source", source)
                .with(user(reader(Role.ADMINISTRATOR)))
                .with(csrf())
                .exchange();
    }

    @Test
    void whatIsCashableIsNotDeterminedUntilSomebodySaysSoWithASource() {
        assertThat(keep(preview("Rotterdam", """
                productcategorie;productcode;naam;wet;eenheid;prijs;prijsjaar;bron
                45;K1;Krimpend;Jeugdwet;uur;61,20;2025;Contract 2025
                """))).hasStatus(HttpStatus.FOUND);
        assertThat(contract("Krimpend")).contains("niet bepaald");

        assertThat(cashable("", "45/K1", "101", "Contract")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(cashable("", "45/K1", "-1", "Contract")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(cashable("", "45/K1", "37,5", "Contract")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(cashable("", "45/K1", "37", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Vul een heel getal van 0 tot 100 in, en een bron.", "value=\"37\"");
        assertThat(cashable("", "45/ZZ", "37", "Contract")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(contract("Krimpend")).contains("niet bepaald");

        assertThat(cashable("", "45/K1", "37 %", "Contract 2025, artikel 4"))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/prices?municipality=Rotterdam");
        assertThat(contract("Krimpend")).contains("37% (bron: Contract 2025, artikel 4)");

        assertThat(cashable("/remove", "45/K1", "", "")).hasStatus(HttpStatus.FOUND);
        assertThat(contract("Krimpend")).contains("niet bepaald");
        assertThat(noted()).containsExactly("CHANGED Rotterdam 45/K1: - to 37", "REMOVED Rotterdam 45/K1: 37 to -");
    }

    private static MvcTestResult cashable(String what, String product, String percent, String source) {
        return cashable(Role.ADMINISTRATOR, what, product, percent, source);
    }

    private static MvcTestResult cashable(Role role, String what, String product, String percent, String source) {
        return mvc.post()
                .uri("/prices/cashable" + what)
                .param("municipality", "Rotterdam")
                .param("product", product)
                .param("percent", percent)
                .param("source", source)
                .with(user(reader(role)))
                .with(csrf())
                .exchange();
    }

    /** What the page says of the contract of a product. */
    private static String contract(String name) {
        String html = new String(
                as(Role.COORDINATOR, "/prices").getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        Matcher found = Pattern.compile("<strong>" + name + "</strong>(.*?)</li>", Pattern.DOTALL)
                .matcher(html);
        assertThat(found.find()).isTrue();
        return found.group(1).replace('\u00A0', ' ');
    }

    private static java.util.List<String> noted() {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("""
                                        select action || ' ' || object_id || ': ' || (detail ->> 'cashableBefore') || ' to '
                                               || (detail ->> 'cashable') as said
                                        from audit_entry where detail ->> 'cashable' is not null order by number
                                        """)
                                .query((row, number) -> row.getString("said"))
                                .list());
    }

    @Test
    void aMunicipalityWithoutFamiliesIsNotThere() {
        assertThat(as(Role.ADMINISTRATOR, "/prices?municipality=Assen")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(preview("Assen", "x")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aCoordinatorReadsAndDoesNotChange() {
        assertThat(as(Role.COORDINATOR, "/prices")).hasStatusOk().bodyText().doesNotContain("Prijzen uit een bestand");
        assertThat(mvc.post()
                        .uri("/prices/published")
                        .param("municipality", "Rotterdam")
                        .with(user(reader(Role.COORDINATOR)))
                        .with(csrf()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(cashable(Role.COORDINATOR, "", "45/A1", "37", "Contract")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(cashable(Role.COORDINATOR, "/remove", "45/A1", "", "")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(as(Role.MUNICIPAL_READER, "/prices")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private static java.util.List<UnitPrice> kept() {
        CarePrices prices = new CarePrices(database.jdbc());
        return database.scope().inside(organisation, () -> prices.list("Rotterdam"));
    }

    private static MvcTestResult preview(String municipality, String text) {
        return mvc.post()
                .uri("/prices/preview")
                .multipart()
                .file(new MockMultipartFile("file", "prijzen.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .param("municipality", municipality)
                .with(user(reader(Role.ADMINISTRATOR)))
                .with(csrf())
                .exchange();
    }

    private static MvcTestResult keep(MvcTestResult preview) {
        return mvc.post()
                .uri("/prices")
                .param("municipality", "Rotterdam")
                .param("rows", hidden(preview, "rows"))
                .param("seen", hidden(preview, "seen"))
                .with(user(reader(Role.ADMINISTRATOR)))
                .with(csrf())
                .exchange();
    }

    private static String hidden(MvcTestResult page, String name) {
        String text = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(text);
        assertThat(found.find()).as(name).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    private static MvcTestResult as(Role role, String path) {
        return mvc.get().uri(path).with(user(reader(role))).exchange();
    }

    private static Coordinator reader(Role role) {
        UUID account = UUID.nameUUIDFromBytes(EMAIL.getBytes(StandardCharsets.UTF_8));
        return new Coordinator(account, organisation, EMAIL, "Noor Jansen", role, true, "");
    }
}
