package nl.koppelwerk.ui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.calculation.Method;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.cost.CashableShares;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.ReportTown;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Role;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

@ExtendWith(DatabaseExtension.class)
class ReportFilesTest {
    private static final UUID ADMINISTRATOR = new UUID(73, 1);
    private static final UUID OF_FEW = new UUID(73, 4);
    private static final UUID READER = new UUID(73, 2);
    private static final UUID READER_ELSEWHERE = new UUID(73, 3);
    private static final String PUBLISHED = "/reports/Rotterdam/1";
    private static final String DRAFT = "?municipality=Rotterdam&from=2025-01-01&until=2025-12-31";
    private static final String NO_FIGURES = "Dit gaat over te weinig gezinnen. Daarom staan hier geen cijfers.";
    private static final int COVER_AND_TABLES = 7;
    private static final String EVIL = "=HYPERLINK(\"http://evil\") maatje";

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId organisation;
    private static OrganisationId few;

    @BeforeAll
    static void start(TestDatabase started) {
        database = started;
        organisation = Town.emptyTown(database, "Rapport in bestanden", "bestanden@koppelwerk.example");
        Town.fill(database, organisation, 163);
        ReportTown.account(database, organisation, ADMINISTRATOR, Account.Role.ADMINISTRATOR, Set.of());
        ReportTown.account(database, organisation, READER, Account.Role.MUNICIPAL_READER, Set.of("Rotterdam"));
        ReportTown.account(database, organisation, READER_ELSEWHERE, Account.Role.MUNICIPAL_READER, Set.of("Delft"));
        ReportTown.fill(database, organisation, 97, ADMINISTRATOR);
        database.scope().inside(organisation, () -> {
            database.jdbc()
                    .sql("update care_price set name = :name where code = 'B1'")
                    .param("name", EVIL)
                    .update();
        });
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
        few = Town.emptyTown(database, "Weinig in bestanden");
        Town.fill(database, few, 9);
        ReportTown.account(database, few, OF_FEW, Account.Role.ADMINISTRATOR, Set.of());
        ReportTown.fill(database, few, 9, OF_FEW);
        publish();
    }

    private static void publish() {
        MvcTestResult published = mvc.post()
                .uri("/reports")
                .param("municipality", "Rotterdam")
                .param("from", "2025-01-01")
                .param("until", "2025-12-31")
                .with(user(reader(ADMINISTRATOR, Role.ADMINISTRATOR)))
                .with(csrf())
                .exchange();
        assertThat(published).hasRedirectedUrl(PUBLISHED);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void pageDocumentSpreadsheetAndTableSayTheSameToTheCent() throws IOException {
        List<Line> page = Line.ofPage(text(get(PUBLISHED)));

        assertThat(page).hasSizeGreaterThan(40);
        assertThat(Line.ofCsv(bytes(PUBLISHED + "/report.csv")))
                .usingRecursiveComparison()
                .isEqualTo(page.stream().map(ReportFilesTest::disarmed).toList());
        assertThat(Line.ofSpreadsheet(bytes(PUBLISHED + "/report.xlsx"))).isEqualTo(page);
        String document = words(bytes(PUBLISHED + "/report.pdf"));
        for (Line line : page) {
            assertThat(document).contains(line.row());
        }
        for (String[] said : saidOnPage(text(get(PUBLISHED)))) {
            assertThat(document).contains(said[0] + " " + said[1]);
        }
    }

    /** Label and figures of each row of the page, as they are read. */
    private static List<String[]> saidOnPage(String html) {
        return java.util.regex.Pattern.compile(
                        "<th[^>]*scope=\"row\"[^>]*>(.*?)</th>(.*?)</tr>", java.util.regex.Pattern.DOTALL)
                .matcher(html.substring(html.indexOf("id=\"who\"")))
                .results()
                .map(row -> new String[] {plain(row.group(1)), plain(row.group(2))})
                .toList();
    }

    private static String plain(String html) {
        return html.replaceAll("(?s)<svg.*?</svg>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&quot;", "\"")
                .replaceAll("[\\s\u00A0]+", " ")
                .strip();
    }

    private static Line disarmed(Line line) {
        return line.row().startsWith("=") ? new Line(line.table(), "'" + line.row(), line.figures()) : line;
    }

    @Test
    void partsAddUp() {
        List<Line> page = Line.ofPage(text(get(PUBLISHED)));

        BigDecimal gross = amount(page, "Bruto vermeden");
        BigDecimal net = amount(page, "Netto vermeden");
        assertThat(gross.add(sum(
                        page,
                        "Bruto vermeden, wat eraf gaat, en wat overblijft",
                        "Door anderen",
                        "Was ook zonder gebeurd",
                        "Voorzichtigheid bij zwak bewijs")))
                .isEqualByComparingTo(net);
        assertThat(net.add(amount(page, "Kosten van de koppelingen"))).isEqualByComparingTo(amount(page, "Verschil"));
        for (String table :
                List.of("Wie dit anders had betaald", "Wat echt minder uitgegeven kan worden", "Waar het op steunt")) {
            assertThat(sum(page, table)).as(table).isEqualByComparingTo(net);
        }
        assertThat(sum(page, "Verwachte zorg, bruto")).isEqualByComparingTo(gross);
    }

    private static BigDecimal amount(List<Line> lines, String row) {
        return sum(lines, "Bruto vermeden, wat eraf gaat, en wat overblijft", row);
    }

    private static BigDecimal sum(List<Line> lines, String table, String... rows) {
        List<BigDecimal> found = lines.stream()
                .filter(line -> line.table().equals(table))
                .filter(line -> rows.length == 0 || List.of(rows).contains(line.row()))
                .map(line -> new BigDecimal(line.figures().getFirst()))
                .toList();
        assertThat(found).hasSizeGreaterThanOrEqualTo(Math.max(1, rows.length));
        return found.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void aTableOfWhichNothingMayBeShownIsOneSentenceEverywhere() throws IOException {
        String path = "/reports/draft";

        String page = text(ofFew(path + DRAFT));
        assertThat(Line.ofPage(page)).isEmpty();
        assertThat(page.split(NO_FIGURES, -1)).hasSize(1 + COVER_AND_TABLES);
        assertThat(page).doesNotContain("niet getoond", "te weinig gezinnen om te tonen");
        String table = text(ofFew(path + "/report.csv" + DRAFT));
        assertThat(Line.ofCsv(table.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(table.split(NO_FIGURES, -1)).hasSize(COVER_AND_TABLES);
        byte[] spreadsheet = ofFew(path + "/report.xlsx" + DRAFT).getResponse().getContentAsByteArray();
        assertThat(Line.ofSpreadsheet(spreadsheet)).isEmpty();
        assertThat(sentences(spreadsheet)).isEqualTo(COVER_AND_TABLES);
        String document =
                words(ofFew(path + "/report.pdf" + DRAFT).getResponse().getContentAsByteArray());
        assertThat(document.split(NO_FIGURES, -1)).hasSize(1 + COVER_AND_TABLES);
        assertThat(document).doesNotContain("niet getoond");
    }

    private static long sentences(byte[] spreadsheet) throws IOException {
        long count = 0;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(spreadsheet))) {
            for (org.apache.poi.ss.usermodel.Sheet sheet : workbook) {
                for (org.apache.poi.ss.usermodel.Row row : sheet) {
                    count += row.getCell(0).getStringCellValue().equals(NO_FIGURES) ? 1 : 0;
                }
            }
        }
        return count;
    }

    private static MvcTestResult ofFew(String path) {
        Coordinator els =
                new Coordinator(OF_FEW, few, OF_FEW + "@koppelwerk.example", "Els", Role.ADMINISTRATOR, true, "");
        return mvc.get().uri(path).with(user(els)).exchange();
    }

    @Test
    void whatIsCashableIsSaidWithItsSourceAndTheRestIsNotDetermined() throws IOException {
        List<Line> before = Line.ofPage(text(get(PUBLISHED)));
        assertThat(before)
                .filteredOn(line -> line.table().equals("Wat echt minder uitgegeven kan worden"))
                .extracting(Line::row)
                .containsExactly("niet bepaald");
        database.scope()
                .inside(
                        organisation,
                        () -> new CashableShares(database.jdbc())
                                .keep(
                                        organisation,
                                        "Rotterdam",
                                        new Product("45", "A1"),
                                        new Method.Cashable(40, "Contract 2025, artikel 4")));

        List<Line> page = Line.ofPage(text(get("/reports/draft" + DRAFT)));

        assertThat(page)
                .filteredOn(line -> line.table().equals("Wat echt minder uitgegeven kan worden"))
                .extracting(Line::row)
                .containsExactlyInAnyOrder(
                        "niet bepaald", "kan echt minder worden uitgegeven", "ruimte voor anderen, geen geld in kas");
        assertThat(page)
                .contains(new Line(
                        "Hoeveel kleiner contracten kunnen worden",
                        "Ambulante begeleiding (bron: Contract 2025, artikel 4)",
                        List.of("40")));
        assertThat(sum(page, "Wat echt minder uitgegeven kan worden"))
                .isEqualByComparingTo(amount(page, "Netto vermeden"));
        assertThat(Line.ofSpreadsheet(bytes("/reports/draft/report.xlsx" + DRAFT)))
                .isEqualTo(page);
        assertThat(words(bytes("/reports/draft/report.pdf" + DRAFT)))
                .contains("Ambulante begeleiding (bron: Contract 2025, artikel 4) 40%");
    }

    /** Reports are kept for good: one of before this was asked has no word on it. */
    @Test
    void aReportOfBeforeItWasAskedSaysThatNothingWasDetermined() {
        database.scope().inside(organisation, () -> {
            database.jdbc().sql("""
                            insert into report (organisation, municipality, number, from_day, until_day, content,
                                                published_at, account)
                            select organisation, municipality, 7, from_day, until_day,
                                   content #- '{euros,byCashable}' #- '{euros,cashableShares}'
                                       || jsonb_build_object('left', 1),
                                   published_at, account
                            from report where number = 1
                            """).update();
        });

        assertThat(Line.ofPage(text(get("/reports/Rotterdam/7"))))
                .filteredOn(line -> line.table().equals("Wat echt minder uitgegeven kan worden"))
                .extracting(Line::row)
                .containsExactly("niet bepaald");
    }

    @Test
    void theDocumentCanBeReadAloud() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String path : List.of(PUBLISHED + "/report.pdf", "/reports/draft/report.pdf" + DRAFT + "&language=en")) {
            try (PDFAParser parser = Foundries.defaultInstance()
                            .createParser(new ByteArrayInputStream(bytes(path)), PDFAFlavour.PDFUA_1);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
                ValidationResult result = validator.validate(parser);

                assertThat(result.getTestAssertions()).as(path).isEmpty();
                assertThat(result.isCompliant()).as(path).isTrue();
                assertThat(result.getTotalAssertions()).isGreaterThan(10_000);
            }
        }
    }

    @Test
    void theDocumentHasATitleALanguageBookmarksAndPageNumbers() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes(PUBLISHED + "/report.pdf"))) {
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Vermeden zorg in Rotterdam");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl");
            assertThat(document.getDocumentCatalog().getDocumentOutline().getOpenCount())
                    .isNotZero();
            assertThat(new PDFTextStripper().getText(document))
                    .contains("pagina 1 van " + document.getNumberOfPages(), "Rapport 1, gepubliceerd op");
        }
    }

    @Test
    void aDraftSaysSoInEveryFileAndAPublishedReportDoesNot() throws IOException {
        String mark = "CONCEPT";

        assertThat(words(bytes("/reports/draft/report.pdf" + DRAFT))).contains(mark);
        assertThat(text(get("/reports/draft/report.csv" + DRAFT))).contains(mark);
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(bytes("/reports/draft/report.xlsx" + DRAFT)))) {
            workbook.forEach(sheet -> assertThat(sheet)
                    .anySatisfy(row ->
                            assertThat(row.getCell(0).getStringCellValue()).startsWith(mark)));
        }
        assertThat(get("/reports/draft/report.csv" + DRAFT))
                .hasHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"vermeden-zorg-rotterdam-2025-01-01-tot-2025-12-31-concept.csv\"");
        assertThat(words(bytes(PUBLISHED + "/report.pdf"))).doesNotContain(mark);
        assertThat(get(PUBLISHED + "/report.csv"))
                .hasHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"vermeden-zorg-rotterdam-2025-01-01-tot-2025-12-31-rapport-1.csv\"");
        assertThat(text(get(PUBLISHED + "/report.csv"))).doesNotContain(mark);
    }

    @Test
    void nothingInAFileIsRunAsAFormula() throws IOException {
        assertThat(text(get(PUBLISHED + "/report.csv"))).contains("'" + EVIL.replace("\"", "\"\""));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(PUBLISHED + "/report.xlsx")))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                assertThat(cell.getCellType().name()).isIn("STRING", "NUMERIC");
                if (cell.getCellType().name().equals("STRING")
                        && cell.getStringCellValue().startsWith("=")) {
                    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                }
            })));
        }
    }

    @Test
    void aReaderTakesTheOwnMunicipalityOnlyAndNoDraftAndEachFileIsNoted() {
        for (String kind : List.of("pdf", "xlsx", "csv")) {
            assertThat(get(READER, Role.MUNICIPAL_READER, PUBLISHED + "/report." + kind))
                    .hasStatusOk();
            assertThat(get(READER_ELSEWHERE, Role.MUNICIPAL_READER, PUBLISHED + "/report." + kind))
                    .hasStatus(HttpStatus.NOT_FOUND);
            assertThat(get(READER, Role.MUNICIPAL_READER, "/reports/draft/report." + kind + DRAFT))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(get(READER, Role.MUNICIPAL_READER, "/reports/Rotterdam/2/report.pdf"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(READER, Role.MUNICIPAL_READER, PUBLISHED + "/report.html"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(database.scope()
                        .inside(
                                organisation,
                                () -> database.jdbc()
                                        .sql("""
                                select detail->>'file' as file from audit_entry
                                where action = 'EXPORTED' and object_id = 'Rotterdam/1' and account = :reader
                                order by number
                                """)
                                        .param("reader", READER)
                                        .query((row, number) -> row.getString("file"))
                                        .list()))
                .containsExactly("pdf", "xlsx", "csv");
    }

    private static MvcTestResult get(String path) {
        return get(ADMINISTRATOR, Role.ADMINISTRATOR, path);
    }

    private static MvcTestResult get(UUID account, Role role, String path) {
        return mvc.get().uri(path).with(user(reader(account, role))).exchange();
    }

    private static byte[] bytes(String path) {
        MvcTestResult answer = get(path);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String words(byte[] document) throws IOException {
        try (PDDocument loaded = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(loaded).replaceAll("[\\s\u00A0]+", " ");
        }
    }

    private static Coordinator reader(UUID account, Role role) {
        return new Coordinator(account, organisation, account + "@koppelwerk.example", "Els", role, true, "");
    }
}
