package nl.koppelwerk.data.imports.row;

import java.util.List;
import nl.koppelwerk.data.format.Sentence;

/**
 * What is wrong with one cell.
 *
 * @param column as the file calls it
 * @param value what the file says
 * @param reason in Dutch and English
 */
public record Problem(String column, String value, Sentence reason) {
    private static final String MESSAGES = "nl.koppelwerk.data.imports.row.messages";

    public static Problem of(String column, String value, String key, String... arguments) {
        return new Problem(column, value, new Sentence(MESSAGES, "problem." + key, List.of(arguments)));
    }
}
