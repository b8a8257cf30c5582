package nl.koppelwerk.data.view.person;

import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody looks for; an empty text leaves something open.
 *
 * @param text a name that may be nearly right, the start of a number, or a postcode
 * @param language ISO 639-3 code
 * @param programme its code
 * @param kind of support, for volunteers
 * @param state for families {@code waiting}, {@code paired} or {@code quiet}, for volunteers {@code active},
 *     {@code free}, {@code paused} or {@code stopped}
 */
public record Search(String text, String language, String programme, String kind, String state) {
    public static final Search ALL = new Search("", "", "", "", "");

    private static final int LONGEST = 100;
    private static final String STATES = "waiting|paired|quiet|active|free|paused|stopped";

    public Search {
        text = text.strip();
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    public boolean all() {
        return equals(ALL);
    }

    /** Which parts were used, for the audit log: a text may be a name and stays out of it, and so does a choice that is none. */
    public Map<String, String> used() {
        Map<String, String> used = new TreeMap<>(Map.of(
                "text", text.isEmpty() ? "" : "yes",
                "language", chosen(language, "[a-z]{3}"),
                "programme", chosen(programme, "[A-Za-z0-9]{1,20}"),
                "kind", chosen(kind, "BUDDY|SUPPORT_FAMILY"),
                "state", chosen(state, STATES)));
        used.values().removeIf(String::isEmpty);
        return used;
    }

    private static String chosen(String choice, String choices) {
        return choice.isEmpty() || choice.matches(choices) ? choice : "?";
    }

    /** The four digits when the text is a postcode, otherwise 0. */
    int postcode() {
        return text.matches("[1-9][0-9]{3}( ?[A-Za-z]{2})?") ? Integer.parseInt(text.substring(0, 4)) : 0;
    }
}
