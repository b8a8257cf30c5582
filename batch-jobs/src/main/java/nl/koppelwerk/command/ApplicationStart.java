package nl.koppelwerk.command;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.koppelwerk.command.settings.Settings;
import nl.koppelwerk.data.cipher.KeysRefusal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

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
        LogFile.format(console.settings()).ifPresent(file -> properties.put("logging.config", "classpath:" + file));
        spring.setDefaultProperties(properties);
        spring.addListeners(
                (ApplicationListener<ApplicationEnvironmentPreparedEvent>) event -> check(event.getEnvironment()));
        try {
            return spring.run(console.settings().toArray(String[]::new));
        } catch (RuntimeException e) {
            Optional<KeysRefusal> keys = cause(e, KeysRefusal.class);
            if (keys.isPresent()) {
                String reason = keys.get().reason().name().toLowerCase(Locale.ROOT);
                throw new Refusal(
                        ExitCode.FAILED, "start.keys." + reason, keys.get().file());
            }
            throw cause(e, Refusal.class)
                    .<RuntimeException>map(refusal -> refusal)
                    .or(() -> cause(e, UncheckedIOException.class)
                            .map(io -> new Refusal(ExitCode.FAILED, "start.database", message(io))))
                    .orElse(e);
        }
    }

    /** All of them at once, so that nobody has to start again for each. */
    private void check(ConfigurableEnvironment environment) {
        List<Settings.Wrong> wrong = Settings.wrong(environment);
        if (!wrong.isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "settings.wrong",
                    wrong.stream().map(this::sentence).collect(Collectors.joining("\n")));
        }
    }

    private String sentence(Settings.Wrong wrong) {
        Texts texts = console.texts();
        if (wrong.value().isEmpty()) {
            return wrong.known()
                    .map(like -> texts.get("settings.unknown.like", wrong.name(), like.name(), like.variable()))
                    .orElseGet(() -> texts.get("settings.unknown", wrong.name()));
        }
        return texts.get(
                "settings.value",
                wrong.name(),
                wrong.value().get(),
                texts.get("settings.expected." + wrong.known().orElseThrow().shape()));
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
