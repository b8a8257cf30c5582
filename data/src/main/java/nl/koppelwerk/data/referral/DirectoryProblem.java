package nl.koppelwerk.data.referral;

import java.util.List;
import java.util.Locale;
import nl.koppelwerk.data.format.Sentence;

/**
 * Something in a directory that HSDS does not allow.
 *
 * @param place for instance {@code contents.3.status}; empty: the file as a whole
 */
public record DirectoryProblem(String file, String place, String key, List<String> arguments) {
    private static final String MESSAGES = "nl.koppelwerk.data.referral.messages";

    public DirectoryProblem {
        arguments = List.copyOf(arguments);
    }

    public String in(Locale locale) {
        String reason = new Sentence(MESSAGES, key, arguments).in(locale);
        return place.isEmpty() ? file + ": " + reason : file + ", " + place + ": " + reason;
    }
}
