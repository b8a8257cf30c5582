package nl.koppelwerk.trust.abuse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Listens to everything that is logged, at the level debug, and keeps what holds something; nobody else hears it meanwhile. */
final class HeardLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Pattern sought;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final Queue<String> found = new ConcurrentLinkedQueue<>();

    HeardLines(Pattern sought) {
        this.sought = sought;
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        start();
        root.addAppender(this);
        root.setLevel(Level.DEBUG);
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(event.getFormattedMessage());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            text.append('\n').append(cause.getMessage());
        }
        // What these tests ask with is not part of what is delivered.
        boolean ours = event.getLoggerName().matches("(org.springframework.test|jdk).*");
        if (!ours && sought.matcher(text).find()) {
            found.add(event.getLevel() + " " + event.getLoggerName() + " " + text);
        }
    }

    /** What was found since the last time. */
    List<String> found() {
        List<String> all = List.copyOf(found);
        found.clear();
        return all;
    }

    @Override
    public void close() {
        root.setLevel(before);
        root.detachAppender(this);
        others.forEach(root::addAppender);
    }
}
