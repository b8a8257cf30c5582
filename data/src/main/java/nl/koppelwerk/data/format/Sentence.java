package nl.koppelwerk.data.format;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something to say to people, in Dutch and English from one place.
 *
 * @param bundle name of the message file, Dutch with English beside it
 * @param key which message
 * @param arguments what to fill in, as text
 */
public record Sentence(String bundle, String key, List<String> arguments) {
    public static final Locale DUTCH = Locale.of("nl");
    private static final ResourceBundle.Control DUTCH_WHEN_MISSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    /** The sentence for readers of {@code locale}; Dutch when there is no translation. */
    public String in(Locale locale) {
        String pattern =
                ResourceBundle.getBundle(bundle, locale, DUTCH_WHEN_MISSING).getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
    }

    public String dutch() {
        return in(DUTCH);
    }

    public String english() {
        return in(Locale.ENGLISH);
    }
}
