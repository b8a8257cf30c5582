package nl.koppelwerk.ui.monitor;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.monitor.Monitor.Figure;
import nl.koppelwerk.monitor.Monitor.Row;
import nl.koppelwerk.monitor.Monitor.Topic;
import nl.koppelwerk.ui.shell.Words;

/** What rows and figures of the monitor are called, on the page and in files alike. */
public final class Labels {
    private final Words words;
    private final Locale locale;

    Labels(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    public String topic(Topic topic) {
        return words.say("monitor.topic." + topic);
    }

    public String definition(Topic topic) {
        return words.say("monitor.definition." + topic);
    }

    public String figure(Topic topic, Figure figure) {
        return words.say("monitor.figure." + figure);
    }

    public String row(Topic topic, Row row) {
        return switch (topic) {
            case NEEDS -> row.group().isEmpty() ? domain(row.name()) : words.needs(Set.of(Need.valueOf(row.name())));
            case HOUSEHOLD -> words.say("household." + row.name());
            case DUTCH -> words.say("monitor.dutch." + row.name());
            case LANGUAGES -> new Language(row.name()).name(locale);
            case DURATION -> words.say("monitor.months", row.name().replace("-", "–"));
            case HOURS -> words.say("monitor.hours." + row.group() + "." + row.name());
            case PROGRESS -> domain(row.name());
            case ENDINGS -> words.say((row.group().isEmpty() ? "monitor.ending." : "ending.") + row.name());
            case PROGRAMMES -> row.name();
        };
    }

    private String domain(String name) {
        return words.say("monitor.domain." + name);
    }

    /** With a sign for percents; a figure that nobody noted says so. */
    public String value(Figure figure, Optional<BigDecimal> value) {
        return value.map(found -> figure == Figure.SHARE
                        ? words.say("monitor.percent", words.decimal(found))
                        : words.decimal(found))
                .orElseGet(() -> words.say("monitor.unknown"));
    }
}
