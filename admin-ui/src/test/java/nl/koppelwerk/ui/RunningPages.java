package nl.koppelwerk.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.data.database.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The web application on a test's own database, at a free port, on the day after the made-up town's night. */
public final class RunningPages implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final ServletWebServerApplicationContext context;

    /** @param settings as on a command line */
    public RunningPages(TestDatabase database, String... settings) {
        this(database, none -> {}, settings);
    }

    /** @param first what is done to the application before it starts */
    public RunningPages(
            TestDatabase database,
            ApplicationContextInitializer<ConfigurableApplicationContext> first,
            String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.addAll(List.of("--server.port=0", "--spring.main.banner-mode=off", "--koppelwerk.home=" + home()));
        for (String property : database.properties()) {
            arguments.add("--" + property);
        }
        Clock morning = Clock.fixed(Town.DAY.atTime(9, 0).atZone(ZONE).toInstant(), ZONE);
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(WebApplication.class)
                .initializers(
                        first,
                        fresh -> ((GenericApplicationContext) fresh)
                                .registerBean("morning", Clock.class, () -> morning, bean -> bean.setPrimary(true)))
                .run(arguments.toArray(String[]::new));
    }

    private static Path home() {
        try {
            return Files.createTempDirectory("koppelwerk-home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ServletWebServerApplicationContext context() {
        return context;
    }

    public String address() {
        return "http://127.0.0.1:"
                + java.util.Objects.requireNonNull(context.getWebServer()).getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
