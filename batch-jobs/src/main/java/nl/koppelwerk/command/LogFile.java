package nl.koppelwerk.command;

import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Where the program writes what happened, so that the terminal stays free for what people asked for. */
public final class LogFile {
    /** On the class path; for logback before Spring runs, and for Spring as {@code logging.config}. */
    public static final String CONFIGURATION = "nl/koppelwerk/command/logback.xml";

    private static final String JSON = "nl/koppelwerk/command/logback-json.xml";
    private static final String FORMAT = "--koppelwerk.log.format=";

    private LogFile() {}

    /**
     * The configuration for Spring when lines are wanted as JSON; of the terminal, or of the environment.
     *
     * @param settings of the command line
     */
    static Optional<String> format(List<String> settings) {
        String wanted = settings.stream()
                .filter(setting -> setting.startsWith(FORMAT))
                .map(setting -> setting.substring(FORMAT.length()))
                .reduce((first, last) -> last)
                .orElseGet(() -> System.getenv().getOrDefault("KOPPELWERK_LOG_FORMAT", "text"));
        return wanted.equals("json") ? Optional.of(JSON) : Optional.empty();
    }

    /** To be called before the first logger is made. */
    public static void open() {
        System.setProperty("logback.configurationFile", CONFIGURATION);
        LoggerFactory.getILoggerFactory();
        System.clearProperty("logback.configurationFile");
    }
}
