package nl.koppelwerk.command.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * All settings of ours, and those of Spring Boot that our guide names. A name that begins like ours and is none is a slip of the
 * pen: without this check it would be passed over, and the default would hold in silence.
 */
public final class Settings {
    /** With what they may say; the guide tells what they mean, and a test holds the two together. */
    public static final List<Setting> ALL = List.of(
            new Setting("koppelwerk.home", Shape.FOLDER),
            new Setting("koppelwerk.database.folder", Shape.FOLDER),
            new Setting("koppelwerk.database.durable", Shape.YES_OR_NO),
            new Setting("koppelwerk.database.url", Shape.JDBC_ADDRESS),
            new Setting("koppelwerk.database.username", Shape.TEXT),
            new Setting("koppelwerk.database.password", Shape.SECRET),
            new Setting("koppelwerk.database.runtime-username", Shape.ROLE_NAME),
            new Setting("koppelwerk.database.runtime-password", Shape.SECRET),
            new Setting("koppelwerk.database.pool-size", Shape.COUNT),
            new Setting("koppelwerk.database.keys", Shape.FILE),
            new Setting("koppelwerk.audit.folder", Shape.FOLDER),
            new Setting("koppelwerk.audit.key", Shape.FILE),
            new Setting("koppelwerk.nightly.scheduled", Shape.YES_OR_NO),
            new Setting("koppelwerk.nightly.time", Shape.TIME),
            new Setting("koppelwerk.nightly.zone", Shape.ZONE),
            new Setting("koppelwerk.nightly.catch-up", Shape.YES_OR_NO),
            new Setting("koppelwerk.workers.username", Shape.ROLE_NAME),
            new Setting("koppelwerk.workers.password", Shape.SECRET),
            new Setting("koppelwerk.workers.lease", Shape.DURATION),
            new Setting("koppelwerk.workers.head-start", Shape.DURATION),
            new Setting("koppelwerk.workers.least-requests", Shape.COUNT),
            new Setting("koppelwerk.mail.from", Shape.MAIL_ADDRESS),
            new Setting("koppelwerk.mail.digest", Shape.TIME),
            new Setting("koppelwerk.mail.every", Shape.DURATION),
            new Setting("koppelwerk.mail.folder", Shape.FOLDER),
            new Setting("koppelwerk.site.address", Shape.WEB_ADDRESS),
            new Setting("koppelwerk.log.format", Shape.LOG_FORMAT),
            new Setting("koppelwerk.console.log", Shape.LOG_LEVEL),
            new Setting("koppelwerk.java.home", Shape.TEXT),
            new Setting("koppelwerk.terminal", Shape.YES_OR_NO),
            new Setting("server.port", Shape.PORT),
            new Setting("management.server.port", Shape.PORT_OR_NONE),
            new Setting("spring.mail.port", Shape.PORT));

    private static final String OURS = "koppelwerk";

    private Settings() {}

    /**
     * A setting that cannot be meant.
     *
     * @param name as it was written
     * @param known what it is a setting of, or the one that it looks like
     * @param value what it says; a secret is not repeated
     */
    public record Wrong(String name, Optional<Setting> known, Optional<String> value) {}

    /** All that is wrong, in the order of the names. */
    public static List<Wrong> wrong(ConfigurableEnvironment environment) {
        List<Wrong> wrong = new ArrayList<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .distinct()
                .sorted()
                .forEach(name -> wrong(name, environment).ifPresent(wrong::add));
        return wrong;
    }

    private static Optional<Wrong> wrong(String name, ConfigurableEnvironment environment) {
        String plain = Setting.plain(name);
        Optional<Setting> setting = ALL.stream()
                .filter(one -> Setting.plain(one.name()).equals(plain))
                .findFirst();
        if (setting.isEmpty()) {
            return isOurs(name) ? Optional.of(new Wrong(name, likest(plain), Optional.empty())) : Optional.empty();
        }
        String value = Objects.requireNonNullElse(environment.getProperty(name), "");
        return value.isEmpty() || setting.get().shape().takes(value)
                ? Optional.empty()
                : Optional.of(new Wrong(name, setting, Optional.of(value)));
    }

    /** Of Spring's own there are too many to know. */
    private static boolean isOurs(String name) {
        return name.startsWith(OURS + ".") || name.startsWith("KOPPELWERK_");
    }

    private static Optional<Setting> likest(String plain) {
        Stream<Setting> ours = ALL.stream().filter(one -> isOurs(one.name()));
        return ours.min(Comparator.comparingInt(one -> distance(Setting.plain(one.name()), plain)))
                .filter(one -> distance(Setting.plain(one.name()), plain) <= 4);
    }

    /** How many letters to add, take away or change. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + change);
            }
            before = now;
        }
        return before[other.length()];
    }
}
