package nl.koppelwerk.data.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.Formulas;
import nl.koppelwerk.data.imports.row.CellText;
import nl.koppelwerk.data.imports.row.Dates;

/**
 * One sheet, written as a stream. Texts are texts and never formulas; those that look like one are marked as text too, so
 * that they stay one when somebody edits them.
 */
final class SpreadsheetFile implements TableWriter {
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int DATE = 1;
    private static final int HEADING = 2;
    private static final int QUOTED = 3;
    private static final String NUMBER = "-?[0-9]{1,9}(,[0-9]{1,9})?";
    private static final String DAY = "[0-9]{2}-[0-9]{2}-[0-9]{4}";

    private static final Map<String, String> PARTS = Map.of(
            "[Content_Types].xml",
            """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
                    </Types>""",
            "_rels/.rels",
            """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>\
                    </Relationships>""",
            "xl/workbook.xml",
            """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                    <sheets><sheet name="Koppelwerk" sheetId="1" r:id="rId1"/></sheets></workbook>""",
            "xl/_rels/workbook.xml.rels",
            """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
                    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
                    </Relationships>""",
            "xl/styles.xml",
            """
                    <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                    <numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>\
                    <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
                    <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
                    <fills count="2"><fill><patternFill patternType="none"/></fill>\
                    <fill><patternFill patternType="gray125"/></fill></fills>\
                    <borders count="1"><border/></borders>\
                    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
                    <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
                    <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
                    <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
                    <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs>\
                    </styleSheet>""");

    private final List<Column> columns;
    private final Predicate<Column> typed;
    private final Writer sheet;
    private int rows;

    SpreadsheetFile(OutputStream out, List<Column> columns, Predicate<Column> typed) throws IOException {
        this.columns = columns;
        this.typed = typed;
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.sheet = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            begin(zip, part.getKey());
            sheet.write(part.getValue());
            sheet.flush();
        }
        begin(zip, "xl/worksheets/sheet1.xml");
        sheet.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>"
                + "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView>"
                + "</sheetViews><sheetData>");
        startRow();
        for (int i = 0; i < columns.size(); i++) {
            text(i, columns.get(i).dutch(), HEADING);
        }
        sheet.write("</row>");
    }

    private void begin(ZipOutputStream zip, String part) throws IOException {
        zip.putNextEntry(new ZipEntry(part));
        sheet.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    }

    @Override
    public void row(Map<Column, String> cells) throws IOException {
        startRow();
        for (int i = 0; i < columns.size(); i++) {
            cell(i, cells.getOrDefault(columns.get(i), ""), typed.test(columns.get(i)));
        }
        sheet.write("</row>");
    }

    private void startRow() throws IOException {
        rows++;
        sheet.write("<row r=\"" + rows + "\">");
    }

    private void cell(int column, String text, boolean typed) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        if (typed && text.matches(NUMBER)) {
            sheet.write("<c r=\"" + name(column) + rows + "\"><v>" + text.replace(',', '.') + "</v></c>");
        } else if (typed && text.matches(DAY)) {
            long day = Dates.find(text)
                    .map(date -> ChronoUnit.DAYS.between(DAY_ZERO, date))
                    .orElseThrow();
            sheet.write("<c r=\"" + name(column) + rows + "\" s=\"" + DATE + "\"><v>" + day + "</v></c>");
        } else {
            text(column, text, Formulas.isLikeOne(text) ? QUOTED : 0);
        }
    }

    private void text(int column, String text, int style) throws IOException {
        sheet.write("<c r=\"" + name(column) + rows + "\" s=\"" + style
                + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is></c>");
    }

    private static String escaped(String text) {
        return CellText.storable(text)
                .replaceAll("_x([0-9A-Fa-f]{4}_)", "_x005F_x$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** A, B, …, Z, AA, … */
    private static String name(int column) {
        return column < 26
                ? Character.toString('A' + column)
                : name(column / 26 - 1) + Character.toString('A' + column % 26);
    }

    @Override
    public void close() throws IOException {
        sheet.write("</sheetData></worksheet>");
        sheet.close();
    }
}
