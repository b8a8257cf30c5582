package nl.koppelwerk.data.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What the sheets of a spreadsheet refer to.
 *
 * @param sheets names of the parts with the sheets, in order
 * @param texts shared texts by number
 * @param dateStyles whether a cell style by number shows its number as a date
 * @param from1904 whether dates are counted from 1904
 */
record SpreadsheetParts(List<String> sheets, List<String> texts, List<Boolean> dateStyles, boolean from1904) {
    static SpreadsheetParts of(ZipFile zip) throws IOException, XMLStreamException {
        Map<String, String> targets = targets(zip);
        List<String> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (XmlPart workbook = new XmlPart(zip, "xl/workbook.xml")) {
            while (workbook.advance()) {
                if (workbook.starts("workbookPr")) {
                    from1904 = workbook.attribute("date1904").matches("1|true");
                } else if (workbook.starts("sheet")) {
                    String target = targets.getOrDefault(workbook.attribute("id"), "");
                    if (zip.getEntry(target) != null && target.contains("sheets/")) {
                        sheets.add(target);
                    }
                }
            }
        }
        return new SpreadsheetParts(sheets, texts(zip), dateStyles(zip), from1904);
    }

    private static Map<String, String> targets(ZipFile zip) throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        try (XmlPart relations = new XmlPart(zip, "xl/_rels/workbook.xml.rels")) {
            while (relations.advance()) {
                if (relations.starts("Relationship")) {
                    String target = relations.attribute("Target");
                    targets.put(
                            relations.attribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return targets;
    }

    private static List<String> texts(ZipFile zip) throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        if (zip.getEntry("xl/sharedStrings.xml") == null) {
            return texts;
        }
        try (XmlPart part = new XmlPart(zip, "xl/sharedStrings.xml")) {
            while (part.advance()) {
                if (part.starts("si")) {
                    texts.add(part.richText("si"));
                }
            }
        }
        return texts;
    }

    private static List<Boolean> dateStyles(ZipFile zip) throws IOException, XMLStreamException {
        List<Boolean> dates = new ArrayList<>();
        if (zip.getEntry("xl/styles.xml") == null) {
            return dates;
        }
        Map<Integer, String> formats = new HashMap<>();
        boolean cellStyles = false;
        try (XmlPart part = new XmlPart(zip, "xl/styles.xml")) {
            while (part.advance()) {
                if (part.starts("numFmt")) {
                    formats.put(number(part.attribute("numFmtId")), part.attribute("formatCode"));
                } else if (part.starts("cellXfs") || part.ends("cellXfs")) {
                    cellStyles = part.starts("cellXfs");
                } else if (cellStyles && part.starts("xf")) {
                    int format = number(part.attribute("numFmtId"));
                    dates.add(DateUtil.isADateFormat(format, formats.getOrDefault(format, "")));
                }
            }
        }
        return dates;
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
