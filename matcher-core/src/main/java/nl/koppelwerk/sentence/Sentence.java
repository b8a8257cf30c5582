package nl.koppelwerk.sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something to say to a person, before the language is chosen: stored with proposals, said by {@link Sentences}.
 *
 * @param key message key, for instance {@code rule.near.yes}; its first part names the bundle
 * @param arguments what is filled in, in the order of the message's places
 */
public record Sentence(String key, List<Argument> arguments) {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9.-]*");

    public Sentence {
        arguments = List.copyOf(arguments);
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a message key: " + key);
        }
    }

    public static Sentence of(String key, Argument... arguments) {
        return new Sentence(key, Arrays.asList(arguments));
    }

    /** Reads what {@link #toString()} writes. */
    public static Sentence parse(String text) {
        List<String> pieces = pieces(text);
        return new Sentence(
                pieces.getFirst(), pieces.stream().skip(1).map(Argument::parse).toList());
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\' && i + 1 < text.length()) {
                piece.append(text.charAt(++i));
            } else if (letter == '|') {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(letter);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /** One line of text to store: {@code rule.near.yes|metres:1200}. Bars and backslashes in names are escaped. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(key);
        for (Argument argument : arguments) {
            text.append('|').append(argument.text().replace("\\", "\\\\").replace("|", "\\|"));
        }
        return text.toString();
    }
}
