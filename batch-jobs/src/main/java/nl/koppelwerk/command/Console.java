package nl.koppelwerk.command;

import java.io.PrintWriter;
import java.util.List;

/**
 * Where a command speaks: answers go to {@code out}, progress and refusals to {@code err}.
 *
 * @param terminal whether a person is watching {@code err}, so that a line may be written over
 * @param settings for Spring, from the command line
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal, Texts texts, List<String> settings) {
    public Console {
        settings = List.copyOf(settings);
    }

    public static Console system(Arguments arguments) {
        return new Console(
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                Boolean.getBoolean("koppelwerk.terminal"),
                new Texts(arguments.locale()),
                arguments.settings());
    }

    public void say(String key, Object... arguments) {
        out.println(texts.get(key, arguments));
    }

    public void tell(String key, Object... arguments) {
        err.println(texts.get(key, arguments));
    }
}
