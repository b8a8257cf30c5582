package nl.koppelwerk.command.settings;

import java.util.Locale;

/**
 * A setting that people set from outside.
 *
 * @param name as on the command line: {@code koppelwerk.database.pool-size}
 */
public record Setting(String name, Shape shape) {
    /** As a variable of the environment: without dashes, with underscores for dots. */
    public String variable() {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The same for every way to write it. */
    static String plain(String written) {
        return written.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }
}
