package nl.koppelwerk.data.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs that XML cannot carry are written as {@code _x000D_} in a spreadsheet. */
final class Escapes {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Escapes() {}

    static String undo(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }
}
