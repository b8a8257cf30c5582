package nl.koppelwerk.data.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.DateUtil;

/** One sheet, row after row; formulas give what they gave when the file was saved. */
final class SheetReader implements AutoCloseable {
    private static final int MAXIMUM_ROW = 1 << 20;
    private final SpreadsheetParts parts;
    private final XmlPart xml;
    private int row;

    /**
     * @param number as the spreadsheet program shows it
     */
    record Line(int number, List<String> cells) {}

    SheetReader(ZipFile zip, SpreadsheetParts parts, String part) throws IOException, XMLStreamException {
        this.parts = parts;
        this.xml = new XmlPart(zip, part);
    }

    Optional<Line> next() throws XMLStreamException {
        while (xml.advance()) {
            if (xml.starts("row")) {
                String number = xml.attribute("r");
                row = number.isEmpty() ? row + 1 : Integer.parseInt(number);
                if (row < 1 || row > MAXIMUM_ROW) {
                    throw new XMLStreamException("a sheet has no row " + row);
                }
                return Optional.of(new Line(row, cells()));
            }
        }
        return Optional.empty();
    }

    private List<String> cells() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int column = 0;
        while (xml.advance() && !xml.ends("row")) {
            if (xml.starts("c")) {
                String place = xml.attribute("r");
                column = Math.clamp(place.isEmpty() ? column : column(place), 0, FileLimits.MAXIMUM_COLUMNS);
                String value = value(xml.attribute("t"), xml.attribute("s"));
                if (!value.isEmpty()) {
                    put(cells, column, value);
                }
                column++;
            }
        }
        return cells;
    }

    private static void put(List<String> cells, int column, String value) {
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, value);
    }

    private String value(String type, String style) throws XMLStreamException {
        String value = "";
        while (xml.advance() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = xml.text();
            } else if (xml.starts("is")) {
                value = xml.richText("is");
            }
        }
        return switch (type) {
            case "s" -> sharedText(value);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "", "n" -> value.isEmpty() ? "" : number(Double.parseDouble(value), style);
            case "str" -> Escapes.undo(value);
            default -> value;
        };
    }

    private String sharedText(String index) throws XMLStreamException {
        int number = Integer.parseInt(index);
        if (number < 0 || number >= parts.texts().size()) {
            throw new XMLStreamException("there is no shared text " + number);
        }
        return parts.texts().get(number);
    }

    private String number(double value, String style) {
        int index = style.isEmpty() ? 0 : Integer.parseInt(style);
        boolean date = index >= 0
                && index < parts.dateStyles().size()
                && parts.dateStyles().get(index)
                && DateUtil.isValidExcelDate(value);
        if (date) {
            LocalDateTime moment = DateUtil.getLocalDateTime(value, parts.from1904());
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : "";
    }

    /** Column of a cell name such as {@code BC12}, from 0. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)) && column < 1 << 20; i++) {
            column = column * 26 + (place.charAt(i) & 0x1F);
        }
        return column - 1;
    }

    @Override
    public void close() throws IOException, XMLStreamException {
        xml.close();
    }
}
