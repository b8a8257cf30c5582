package nl.koppelwerk.data.imports.row;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a cell may hold, and how it is shown when it may not. */
public final class CellText {
    private static final int SHOWN = 500;
    private static final Pattern SPREADSHEET_ERROR = Pattern.compile(
            "#(N/A|N/B|REF!|VERW!|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NAME\\?|NAAM\\?|NUM!|GETAL!|NULL!|LEEG!)");

    private CellText() {}

    /** Which message refuses the text. */
    static Optional<String> problem(String text, int longest) {
        if (SPREADSHEET_ERROR.matcher(text).matches()) {
            return Optional.of("spreadsheet-error");
        }
        if (text.length() > longest) {
            return Optional.of("too-long");
        }
        return shown(text).equals(text) && text.indexOf('\uFFFD') < 0 ? Optional.empty() : Optional.of("signs");
    }

    /** The text without signs that cannot be kept, at most 500 characters. */
    public static String shown(String text) {
        return storable(text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…");
    }

    /** The text without signs that a database or a page cannot hold: control characters and halves of characters. */
    public static String storable(String text) {
        int[] points = text.codePoints()
                .map(point -> {
                    boolean control = Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t';
                    boolean half = point >= 0xD800 && point <= 0xDFFF;
                    return control || half || point == 0xFFFE || point == 0xFFFF ? 0xFFFD : point;
                })
                .toArray();
        return new String(points, 0, points.length);
    }
}
