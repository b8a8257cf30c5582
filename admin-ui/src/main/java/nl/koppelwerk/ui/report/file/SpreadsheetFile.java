package nl.koppelwerk.ui.report.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.data.format.Formulas;
import nl.koppelwerk.ui.report.content.Chapter;
import nl.koppelwerk.ui.report.content.Chapter.Table;
import nl.koppelwerk.ui.report.content.Chapter.Unit;
import nl.koppelwerk.ui.report.content.Content;
import nl.koppelwerk.ui.shell.Words;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A sheet on the whole and one for each chapter: numbers are numbers, with what they are above and below them. */
final class SpreadsheetFile {
    private static final int CHARACTER = 256;
    private static final int LABELS = 70 * CHARACTER;
    private static final int FIGURES = 26 * CHARACTER;
    private static final Map<Unit, String> FORMATS = Map.of(
            Unit.EUROS, "\"€\" #,##0;-\"€\" #,##0",
            Unit.EUROS_PER_EURO, "\"€\" 0.00",
            Unit.PERCENT, "0\"%\"",
            Unit.YEAR, "0");
    private static final String COUNT = "#,##0";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Words words;
    private final CellStyle text = style(false);
    private final CellStyle literal = style(false);
    private final CellStyle bold = style(true);
    private final CellStyle heading = style(true);
    private final Map<Unit, CellStyle> numbers = new EnumMap<>(Unit.class);

    private SpreadsheetFile(Words words) {
        this.words = words;
        literal.setQuotePrefixed(true);
        heading.setAlignment(HorizontalAlignment.RIGHT);
        for (Unit unit : Unit.values()) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(FORMATS.getOrDefault(unit, COUNT)));
            style.setAlignment(HorizontalAlignment.RIGHT);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            numbers.put(unit, style);
        }
    }

    static byte[] write(Content content, Words words) throws IOException {
        SpreadsheetFile file = new SpreadsheetFile(words);
        try (XSSFWorkbook workbook = file.workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.getProperties().getCoreProperties().setTitle(content.title());
            file.about(content);
            content.chapters().forEach(chapter -> file.chapter(content, chapter));
            file.method(content);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private CellStyle style(boolean strong) {
        CellStyle style = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(strong);
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private void about(Content content) {
        XSSFSheet sheet = sheet(words.say("report.cover"));
        line(sheet, bold, content.title());
        line(sheet, text, content.period());
        line(sheet, text, content.version());
        mark(sheet, content);
        line(sheet, text, "");
        content.cover().forEach(sentence -> line(sheet, text, sentence));
        line(sheet, text, "");
        content.reached().forEach(row -> row(sheet, row));
        content.balance().forEach(row -> row(sheet, row));
    }

    private void chapter(Content content, Chapter chapter) {
        XSSFSheet sheet = sheet(chapter.title());
        line(sheet, bold, chapter.title());
        mark(sheet, content);
        line(sheet, text, chapter.text());
        for (Table table : chapter.tables()) {
            line(sheet, text, "");
            line(sheet, bold, table.caption());
            table.withheld().ifPresentOrElse(said -> line(sheet, text, said), () -> {
                headings(sheet, table.headings());
                table.rows().forEach(row -> row(sheet, row));
            });
        }
        line(sheet, text, "");
        line(sheet, text, chapter.source());
        line(sheet, text, content.title() + ". " + content.period() + ". " + content.version() + ".");
    }

    private void method(Content content) {
        XSSFSheet sheet = sheet(words.say("report.method"));
        line(sheet, bold, words.say("report.method"));
        mark(sheet, content);
        content.method().forEach(step -> line(sheet, text, step));
        line(sheet, text, "");
        line(sheet, bold, words.say("report.limits"));
        content.limits().forEach(limit -> line(sheet, text, limit));
    }

    private XSSFSheet sheet(String title) {
        XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(title));
        sheet.setColumnWidth(0, LABELS);
        for (int column = 1; column <= 4; column++) {
            sheet.setColumnWidth(column, FIGURES);
        }
        return sheet;
    }

    private void mark(XSSFSheet sheet, Content content) {
        if (content.draft()) {
            line(sheet, bold, words.say("report.concept.mark"));
        }
    }

    private void line(XSSFSheet sheet, CellStyle style, String said) {
        say(next(sheet).createCell(0), style, said);
    }

    private void headings(XSSFSheet sheet, List<String> headings) {
        XSSFRow line = next(sheet);
        for (int column = 0; column < headings.size(); column++) {
            say(line.createCell(column), column == 0 ? bold : heading, headings.get(column));
        }
    }

    private void row(XSSFSheet sheet, Chapter.Row row) {
        XSSFRow line = next(sheet);
        say(line.createCell(0), row.total() ? bold : text, row.label());
        for (int column = 0; column < row.cells().size(); column++) {
            Chapter.Cell figure = row.cells().get(column);
            XSSFCell cell = line.createCell(column + 1);
            cell.setCellStyle(numbers.get(figure.unit()));
            figure.value()
                    .ifPresentOrElse(
                            value -> cell.setCellValue(value.doubleValue()), () -> cell.setCellValue(figure.said()));
        }
    }

    /** Texts are never formulas, also when somebody edits them. */
    private void say(XSSFCell cell, CellStyle style, String said) {
        cell.setCellValue(said);
        cell.setCellStyle(Formulas.isLikeOne(said) ? literal : style);
    }

    private static XSSFRow next(XSSFSheet sheet) {
        return sheet.createRow(sheet.getPhysicalNumberOfRows());
    }
}
