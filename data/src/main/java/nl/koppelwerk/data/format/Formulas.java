package nl.koppelwerk.data.format;

/** Keeps spreadsheet programs from running a text as a formula. */
public final class Formulas {
    /** Also the wide signs of Asian keyboards, and signs that a program skips before it looks. */
    private static final String FIRST = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20|%]";

    private Formulas() {}

    /** Whether a spreadsheet program might run the text. */
    public static boolean isLikeOne(String text) {
        return text.matches("(?s)" + FIRST + ".*") && !text.matches("[-+]?[0-9.,]+");
    }

    /** The text with a quote before it when it starts like a formula; {@link #undone} takes it off again. */
    public static String disarmed(String text) {
        return isLikeOne(text) ? "'" + text : text;
    }

    /** The text as it was meant: without the quote, and without spaces around it. */
    public static String undone(String cell) {
        String text = cell.replace('\u00A0', ' ').strip();
        return text.matches("(?s)'" + FIRST + ".*") ? text.substring(1) : text;
    }
}
