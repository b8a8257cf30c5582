package nl.koppelwerk.ui.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Role;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
class MonitorPagesTest {
    private static final String EMAIL = "monitor@koppelwerk.example";
    private static final String YEAR = "from=2026-01-01&until=2026-11-21";

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId organisation;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        organisation = Town.emptyTown(database, "Monitor Rotterdam", EMAIL);
        Town.fill(database, organisation, 11);
        database.scope().inside(organisation, MonitorPagesTest::help);
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    /** One pairing with hours of staff and two check-ins, one that stopped, and one of which nothing is noted. */
    private static void help() {
        List<UUID> three = database.jdbc()
                .sql("select id from pairing order by id limit 3")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        String sql = """
                update pairing set step = 'RUNNING' where id in (:one, :two, :three);
                insert into pairing_life (organisation, pairing, started_on, quarters_per_week, outcome, end_reason, ended_on)
                values (:organisation, :one, '2026-01-12', 10, null, null, null),
                       (:organisation, :two, '2025-05-02', 10, 'NOT_REACHED', 'NO_CLICK', '2026-02-01'),
                       (:organisation, :three, '2026-10-02', 10, null, null, null);
                insert into check_in (organisation, pairing, side, week, held_on, mood, quarters_per_week, wish, account)
                values (:organisation, :one, 'FAMILY', 3, '2026-02-02', 4, 26, 'CONTINUE', :account),
                       (:organisation, :one, 'FAMILY', 10, '2026-03-23', 4, 10, 'CONTINUE', :account);
                insert into check_in_progress (organisation, pairing, side, week, life_domain, score)
                values (:organisation, :one, 'FAMILY', 3, 'SOCIAL', 2), (:organisation, :one, 'FAMILY', 10, 'SOCIAL', 4);
                insert into staff_hours (organisation, pairing, noted_on, quarters_per_week, account)
                values (:organisation, :one, '2026-01-12', 7, :account), (:organisation, :one, '2026-03-23', 3, :account);
                """;
        database.jdbc()
                .sql(sql)
                .param("organisation", organisation.value())
                .param("one", three.get(0))
                .param("two", three.get(1))
                .param("three", three.get(2))
                .param("account", UUID.nameUUIDFromBytes(EMAIL.getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void thePageSaysWhatIsKnownAndWhatIsNot() {
        String page = text(as(Role.COORDINATOR, "/monitor?" + YEAR));

        assertThat(cells(page, "vrijwilliger, in het begin")).containsExactly("6,5", "1", "2");
        assertThat(cells(page, "vrijwilliger, nu")).containsExactly("2,5", "1", "2");
        assertThat(cells(page, "medewerkers, in het begin")).containsExactly("1,75", "1", "2");
        assertThat(cells(page, "medewerkers, nu")).containsExactly("0,75", "1", "2");
        assertThat(cells(page, "Sociaal")).containsExactly("11", "100%", "4", "1", "0", "0", "0", "1", "0", "2");
        assertThat(cells(page, "Wonen")).containsExactly("0", "0%", "onbekend", "0", "0", "0", "0", "0", "0", "3");
        assertThat(cells(page, "Er is geen klik")).containsExactly("1", "100%");
        assertThat(cells(page, "6–12 maanden")).containsExactly("1", "1");
        assertThat(page).contains("Nazorg telt als bezig");
    }

    @Test
    void bothFilesHaveTheFiguresOfThePage() throws IOException {
        List<String> csv = new ArrayList<>();
        for (String line : text(as(Role.ADMINISTRATOR, "/monitor/figures.csv?" + YEAR))
                .lines()
                .skip(1)
                .toList()) {
            csv.add(line.replace("\"", ""));
        }
        List<String> xlsx = new ArrayList<>();
        byte[] bytes = as(Role.ADMINISTRATOR, "/monitor/figures.xlsx?" + YEAR)
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Row row : book.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    var cell = row.getCell(i);
                    cells.add(
                            cell == null
                                    ? ""
                                    : cell.getCellType() == CellType.NUMERIC
                                            ? new java.math.BigDecimal(Double.toString(cell.getNumericCellValue()))
                                                    .stripTrailingZeros()
                                                    .toPlainString()
                                                    .replace('.', ',')
                                            : cell.getStringCellValue());
                }
                xlsx.add(String.join(";", cells));
            }
        }

        assertThat(xlsx.subList(1, xlsx.size())).isEqualTo(csv);
        assertThat(csv)
                .anyMatch(line -> line.startsWith("Uren per week;;medewerkers, nu;Gemiddeld;0,75;"))
                .anyMatch(line -> line.startsWith("Vooruitgang per leefgebied;;Wonen;Gemiddeld;onbekend;"));
    }

    @Test
    void anotherPeriodHasOtherPairings() {
        assertThat(text(as(Role.COORDINATOR, "/monitor?from=2026-03-01&until=2026-11-21")))
                .contains("In deze tijd stopte geen koppeling.");
        assertThat(as(Role.COORDINATOR, "/monitor?from=2020-03-01&until=2020-11-21"))
                .hasStatusOk()
                .bodyText()
                .contains("In deze tijd vroeg geen gezin om steun");
    }

    @Test
    void aPeriodThatIsNoneIsSaidAndAProgrammeOfOthersIsNotThere() {
        assertThat(as(Role.COORDINATOR, "/monitor?from=2026-03-01&until=2026-02-01"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("De laatste dag komt na de eerste");
        assertThat(as(Role.COORDINATOR, "/monitor?from=gisteren")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(as(Role.COORDINATOR, "/monitor?programme=" + new UUID(1, 2))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(as(Role.MUNICIPAL_READER, "/monitor")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(as(Role.MUNICIPAL_READER, "/monitor/figures.csv")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void theTenResearchSheetsGiveTheirTableToTheFigure() throws IOException {
        byte[] content;
        try (InputStream file = Objects.requireNonNull(
                MonitorPagesTest.class.getResourceAsStream("/nl/koppelwerk/data/monitor/family-sheets.csv"))) {
            content = file.readAllBytes();
        }
        MvcTestResult preview = preview(content);
        assertThat(cells(text(preview), "Regelen, in het begin (uren)")).containsExactly("3,95", "10");
        assertThat(keep(preview)).hasStatus(HttpStatus.FOUND);

        String page = text(as(Role.COORDINATOR, "/monitor/sheets"));
        List<String> figures = new ArrayList<>();
        Matcher row = Pattern.compile("<th[^>]*scope=\"row\">([^<]*)</th>").matcher(page);
        while (row.find()) {
            figures.add(String.join(" ", cells(page, HtmlUtils.htmlUnescape(row.group(1)))));
        }

        assertThat(String.join(" | ", figures))
                .isEqualTo("1,5 10 | 3,95 10 | 0,88 8 | 0,79 10 | 0,79 10 | 0,81 7 | 4,5 2 | 1,6 5 | 1,63 4 | 1,42 6"
                        + " | 1 1 | 2,13 4 | 9 1 | 3,57 7 | 3,8 10 | 3,86 7 | 3,29 7 | 3,67 9 | 3,75 8");
    }

    @Test
    void wrongCellsAreNamedAndTheRestCanBeTakenOver() {
        MvcTestResult preview = preview("""
                sheet;score_social;buddy_now_h
                Z-1;7;2
                Z-2;3;2
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(preview)
                .hasStatusOk()
                .bodyText()
                .contains("Rij 2, score_social (7): Dit is geen score; schrijf een getal van 1 tot en met 5.");
        assertThat(text(preview)).contains("Z-2;").doesNotContain("Z-1;");
    }

    @Test
    void whatIsNoSheetIsRefusedInWords() {
        assertThat(preview("naam;leeftijd\nJan;5\n".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("formulieren.csv");
        assertThat(mvc.post()
                        .uri("/monitor/sheets")
                        .param("rows", "x")
                        .with(user(reader(Role.ADMINISTRATOR)))
                        .with(csrf()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static MvcTestResult preview(byte[] content) {
        return mvc.post()
                .uri("/monitor/sheets/preview")
                .multipart()
                .file(new MockMultipartFile("file", "formulieren.csv", "text/csv", content))
                .with(user(reader(Role.ADMINISTRATOR)))
                .with(csrf())
                .exchange();
    }

    private static MvcTestResult keep(MvcTestResult preview) {
        Matcher rows = Pattern.compile("name=\"rows\" value=\"([^\"]*)\"").matcher(text(preview));
        assertThat(rows.find()).isTrue();
        return mvc.post()
                .uri("/monitor/sheets")
                .param("rows", HtmlUtils.htmlUnescape(rows.group(1)))
                .with(user(reader(Role.ADMINISTRATOR)))
                .with(csrf())
                .exchange();
    }

    /** The numbers of all rows with this name, from top to bottom of the page. */
    private static List<String> cells(String page, String row) {
        List<String> cells = new ArrayList<>();
        Matcher found = Pattern.compile(
                        "<th[^>]*scope=\"row\">" + Pattern.quote(row) + "</th>(.*?)</tr>", Pattern.DOTALL)
                .matcher(page);
        while (found.find()) {
            Matcher cell = Pattern.compile("kw-number\">([^<]*)<").matcher(found.group(1));
            while (cell.find()) {
                cells.add(cell.group(1));
            }
        }
        return cells;
    }

    private static MvcTestResult as(Role role, String path) {
        return mvc.get().uri(path).with(user(reader(role))).exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Coordinator reader(Role role) {
        UUID account = UUID.nameUUIDFromBytes(EMAIL.getBytes(StandardCharsets.UTF_8));
        return new Coordinator(account, organisation, EMAIL, "Noor Jansen", role, true, "");
    }
}
