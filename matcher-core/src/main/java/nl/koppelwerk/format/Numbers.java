package nl.koppelwerk.format;

import java.util.regex.Pattern;

/** Reads whole numbers one by one from text, remembering the line for what it has to say of a bad one. */
final class Numbers {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");

    private final String text;
    private int at;
    private int line = 1;

    Numbers(String text) {
        this.text = text;
        skipBlanks();
    }

    boolean hasNext() {
        return at < text.length();
    }

    int line() {
        return line;
    }

    /** The next number, which is {@code what} to whoever wrote the file. */
    int next(String what, int least, int most) {
        if (!hasNext()) {
            throw new MalformedFileException("line %d: the file ends where %s is expected".formatted(line, what));
        }
        int foundOn = line;
        String word = word();
        int value = parse(word, what, foundOn);
        if (value < least || value > most) {
            throw new MalformedFileException(
                    "line %d: %s is %d, expected %d to %d".formatted(foundOn, what, value, least, most));
        }
        return value;
    }

    /** Passes over the next word, whatever it is. */
    void skip() {
        word();
    }

    private String word() {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        skipBlanks();
        return word;
    }

    void end(String of) {
        if (hasNext()) {
            int start = at;
            throw new MalformedFileException("line %d: '%s' follows after the end of %s"
                    .formatted(
                            line,
                            text.substring(start, Math.min(text.length(), start + 20))
                                    .strip(),
                            of));
        }
    }

    private static int parse(String word, String what, int line) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException notANumber) {
            String wrong = WHOLE.matcher(word).matches() ? "too large" : "not a whole number";
            throw new MalformedFileException("line %d: '%s' is %s, expected %s".formatted(line, word, wrong, what));
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            line += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
    }
}
