package nl.koppelwerk.command;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application that a command works in, and says in one sentence why it cannot. */
public final class ApplicationStart {
    private static final Map<String, Object> DEFAULTS = Map.of(
            "logging.config", "classpath:" + LogFile.CONFIGURATION,
            "spring.main.banner-mode", "off",
            "server.address", "127.0.0.1");

    private final Console console;
    private final Map<String, Object> defaults;

    public ApplicationStart(Console console) {
        this(console, DEFAULTS);
    }

    private ApplicationStart(Console console, Map<String, Object> defaults) {
        this.console = console;
        this.defaults = Map.copyOf(defaults);
    }

    /** With a setting that goes for this command, unless it is set from outside. */
    public ApplicationStart with(String setting, Object value) {
        Map<String, Object> more = new HashMap<>(defaults);
        more.put(setting, value);
        return new ApplicationStart(console, more);
    }

    /**
     * @param application annotated with {@code @SpringBootApplication}
     * @return to be closed when the work is done: with it goes the database
     * @throws Refusal when the database does not start
     */
    public ConfigurableApplicationContext start(Class<?> application, WebApplicationType type) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(type);
        Map<String, Object> properties = new HashMap<>(defaults);
        properties.put("koppelwerk.nightly.scheduled", type == WebApplicationType.SERVLET);
        spring.setDefaultProperties(properties);
        try {
            return spring.run(console.settings().toArray(String[]::new));
        } catch (RuntimeException e) {
            throw cause(e, UncheckedIOException.class)
                    .<RuntimeException>map(io -> new Refusal(ExitCode.FAILED, "start.database", message(io)))
                    .orElse(e);
        }
    }

    /** The first of this type among an exception and its causes. */
    public static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
