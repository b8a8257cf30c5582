package nl.koppelwerk.data.programme;

import java.util.Arrays;
import java.util.Locale;
import nl.koppelwerk.data.format.Sentence;

/**
 * Something in a file that is not as it must be.
 *
 * @param file its name
 * @param line counted from 1; 0: the file as a whole
 * @param place the fields from the outside in, for instance {@code rules.weights.near}
 * @param reason what was expected there
 */
public record Problem(String file, int line, String place, Sentence reason) {
    private static final String MESSAGES = "nl.koppelwerk.data.programme.messages";

    static Problem of(String file, int line, String place, String key, String... arguments) {
        return new Problem(file, line, place, new Sentence(MESSAGES, key, Arrays.asList(arguments)));
    }

    /** The whole message: file, line, place and what was expected. */
    public String in(Locale locale) {
        return new Sentence(
                        MESSAGES,
                        line == 0 ? "problem" : place.isEmpty() ? "problem.line" : "problem.place",
                        Arrays.asList(file, Integer.toString(line), place, reason.in(locale)))
                .in(locale);
    }
}
