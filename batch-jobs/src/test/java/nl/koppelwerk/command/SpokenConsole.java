package nl.koppelwerk.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/** A console that remembers what was said. */
public final class SpokenConsole {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Console console;

    public SpokenConsole(Locale locale, boolean terminal) {
        this(locale, terminal, List.of());
    }

    /** @param settings for Spring */
    public SpokenConsole(Locale locale, boolean terminal, List<String> settings) {
        console = new Console(
                new PrintWriter(out, true), new PrintWriter(err, true), terminal, new Texts(locale), settings);
    }

    public Console console() {
        return console;
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
