package nl.koppelwerk.command;

import org.slf4j.LoggerFactory;

/** Where the program writes what happened, so that the terminal stays free for what people asked for. */
public final class LogFile {
    /** On the class path; for logback before Spring runs, and for Spring as {@code logging.config}. */
    public static final String CONFIGURATION = "nl/koppelwerk/command/logback.xml";

    private LogFile() {}

    /** To be called before the first logger is made. */
    public static void open() {
        System.setProperty("logback.configurationFile", CONFIGURATION);
        LoggerFactory.getILoggerFactory();
        System.clearProperty("logback.configurationFile");
    }
}
