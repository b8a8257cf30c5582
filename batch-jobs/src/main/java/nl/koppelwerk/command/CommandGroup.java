package nl.koppelwerk.command;

import java.util.Locale;

/** The headings under which the overview lists the commands, in this order. */
public enum CommandGroup {
    START,
    DATA,
    NIGHT,
    ENGINE;

    String key() {
        return "group." + name().toLowerCase(Locale.ROOT);
    }
}
