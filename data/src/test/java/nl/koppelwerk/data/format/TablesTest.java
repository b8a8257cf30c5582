package nl.koppelwerk.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
    private static final Column NAME = Column.required("naam", "name");
    private static final Column HOURS = Column.required("uren_per_week", "hours_per_week");
    private static final Column SINCE = Column.optional("wacht_sinds", "waiting_since");
    private static final List<TableSpec> TABLE = List.of(new TableSpec("mensen", List.of(NAME, HOURS, SINCE), true));

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "naam;uren_per_week\nZoë;2,5\n",
                "Uren per week,NAAM\r\n\"2,5\",Zoë\r\n",
                "hours_per_week\tName\n2,5\tZoë\n",
                "sep=;\nUrenPerWeek;opmerking;name\n2,5;iets;Zoë\n",
                "\n;;\n naam ; Uren Per Week \n\n Zoë ;  2,5 \n",
                "\"naam\"|\"hours per week\"\n\"Zoë\"|2,5"
            })
    void columnsAreFoundByNameInAnyOrderAndWithAnySeparator(String text) throws IOException, WrongFileException {
        List<Row> rows = Gathered.rowsOf(Files.writeString(folder.resolve("t.csv"), text), TABLE);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.cell(NAME)).isEqualTo("Zoë");
            assertThat(row.cell(HOURS)).isEqualTo("2,5");
            assertThat(row.cell(SINCE)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void lettersWithAccentsAreReadInEachEncoding(String charset) throws IOException, WrongFileException {
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        byte[] bytes = (mark + "naam;uren_per_week\nJoão Çelik-Müller €;3\n").getBytes(Charset.forName(charset));

        List<Row> rows = Gathered.rowsOf(Files.write(folder.resolve("t.csv"), bytes), TABLE);

        assertThat(rows).extracting(row -> row.cell(NAME)).containsExactly("João Çelik-Müller €");
    }

    @Test
    void aMarkAtTheStartIsNoPartOfTheFirstColumn() throws IOException, WrongFileException {
        byte[] bytes = "\uFEFFnaam;uren_per_week\nZoë;3\n".getBytes(StandardCharsets.UTF_8);

        List<Row> rows = Gathered.rowsOf(Files.write(folder.resolve("t.csv"), bytes), TABLE);

        assertThat(rows).extracting(row -> row.cell(NAME)).containsExactly("Zoë");
    }

    @Test
    void rowsAreNumberedAsASpreadsheetProgramShowsThem() throws IOException, WrongFileException {
        String text = "naam;uren_per_week\nAnne;1\n\n\"Bo\nen Co\";2\n;;\nCas;3\n";

        List<Row> rows = Gathered.rowsOf(Files.writeString(folder.resolve("t.csv"), text), TABLE);

        assertThat(rows).extracting(Row::number).containsExactly(2, 4, 6);
    }

    @Test
    void aSpreadsheetGivesWhatPeopleSeeInIt() throws IOException, WrongFileException {
        Path file = folder.resolve("t.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("leeg");
            workbook.createSheet("uitleg").createRow(3).createCell(1).setCellValue("Lees dit eerst");
            fill(workbook.createSheet("gegevens"), workbook);
            workbook.write(out);
        }

        List<Row> rows = Gathered.rowsOf(file, TABLE);

        assertThat(rows).extracting(Row::number).containsExactly(4, 7);
        assertThat(rows).extracting(row -> row.cell(NAME)).containsExactly("Zoë & Çelik", "4");
        assertThat(rows).extracting(row -> row.cell(HOURS)).containsExactly("2.5", "TRUE");
        assertThat(rows).extracting(row -> row.cell(SINCE)).containsExactly("2026-11-21", "2026-03-07");
    }

    /** Headings in row 2, rows 4 and 7, dates as two kinds of date, a formula that was calculated. */
    private static void fill(XSSFSheet sheet, XSSFWorkbook workbook) {
        XSSFRow heading = sheet.createRow(1);
        heading.createCell(2).setCellValue("Waiting since");
        heading.createCell(3).setCellValue("Naam");
        heading.createCell(5).setCellValue("UREN PER WEEK");
        CellStyle builtIn = workbook.createCellStyle();
        builtIn.setDataFormat((short) 14);
        CellStyle own = workbook.createCellStyle();
        own.setDataFormat(workbook.createDataFormat().getFormat("d mmmm yyyy;@"));
        XSSFRow first = sheet.createRow(3);
        first.createCell(2).setCellValue(LocalDate.of(2026, 11, 21));
        first.getCell(2).setCellStyle(builtIn);
        first.createCell(3).setCellValue("Zoë & Çelik");
        first.createCell(5).setCellValue(2.5);
        XSSFRow second = sheet.createRow(6);
        second.createCell(2).setCellValue(LocalDate.of(2026, 3, 7));
        second.getCell(2).setCellStyle(own);
        second.createCell(3).setCellFormula("2+2");
        second.createCell(5).setCellValue(true);
        workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(second.getCell(3));
    }
}
