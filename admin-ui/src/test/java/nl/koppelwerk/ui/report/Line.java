package nl.koppelwerk.ui.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * One line of a table of a report, read back from a page or a file.
 *
 * @param figures numbers without their signs of euros and thousands; empty: not shown
 */
record Line(String table, String row, List<String> figures) {
    private static final Pattern TABLE = Pattern.compile("<caption[^>]*>(.*?)</caption>(.*?)</table>", Pattern.DOTALL);
    private static final Pattern ROW =
            Pattern.compile("<th[^>]*scope=\"row\"[^>]*>(.*?)</th>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL);

    /** The tables of the chapters; the cover is before them. */
    static List<Line> ofPage(String html) {
        List<Line> lines = new ArrayList<>();
        Matcher table = TABLE.matcher(html.substring(html.indexOf("id=\"who\"")));
        while (table.find()) {
            String caption = text(table.group(1));
            ROW.matcher(table.group(2))
                    .results()
                    .forEach(row -> lines.add(new Line(
                            caption,
                            text(row.group(1)),
                            CELL.matcher(row.group(2))
                                    .results()
                                    .map((MatchResult cell) -> number(text(cell.group(1))))
                                    .toList())));
        }
        return lines;
    }

    private static String text(String html) {
        return html.replaceAll("<svg.*?</svg>", "")
                .replaceAll("<[^>]+>", "")
                .replace("&amp;", "&")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace('\u00A0', ' ')
                .strip();
    }

    /** As a Dutch reader sees it. */
    static String number(String said) {
        String bare = said.replaceAll("[^0-9,-]", "").replace(',', '.');
        return bare.matches("-?[0-9.]+") ? plain(new BigDecimal(bare)) : "";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static List<Line> ofCsv(byte[] file) {
        Map<List<String>, List<String>> lines = new LinkedHashMap<>();
        String text = new String(file, StandardCharsets.UTF_8).substring(1);
        for (CsvRecord row : CsvReader.builder().fieldSeparator(';').ofCsvRecord(text)) {
            if (!row.getField(1).isEmpty()
                    && !row.getField(1).equals("tabel")
                    && !row.getField(2).isEmpty()) {
                lines.computeIfAbsent(List.of(row.getField(1), row.getField(2)), _ -> new ArrayList<>())
                        .add(number(row.getField(4)));
            }
        }
        return lines.entrySet().stream()
                .map(line -> new Line(line.getKey().get(0), line.getKey().get(1), List.copyOf(line.getValue())))
                .toList();
    }

    /** A table is a caption alone in its row, headings, and rows until an empty one. */
    static List<Line> ofSpreadsheet(byte[] file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (int number = 1; number < workbook.getNumberOfSheets() - 1; number++) {
                String caption = "";
                for (Row row : workbook.getSheetAt(number)) {
                    if (row.getLastCellNum() == 1) {
                        caption = row.getCell(0).getStringCellValue();
                    } else if (!isHeading(workbook.getSheetAt(number), row)) {
                        lines.add(new Line(caption, row.getCell(0).getStringCellValue(), figures(row)));
                    }
                }
            }
        }
        return lines;
    }

    private static boolean isHeading(Sheet sheet, Row row) {
        return row.getRowNum() > 0 && sheet.getRow(row.getRowNum() - 1).getLastCellNum() == 1;
    }

    private static List<String> figures(Row row) {
        List<String> figures = new ArrayList<>();
        for (int column = 1; column < row.getLastCellNum(); column++) {
            Cell cell = row.getCell(column);
            figures.add(
                    cell.getCellType() == CellType.NUMERIC
                            ? plain(BigDecimal.valueOf(cell.getNumericCellValue()))
                            : "");
        }
        return figures;
    }
}
