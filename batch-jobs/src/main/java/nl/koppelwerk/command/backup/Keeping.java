package nl.koppelwerk.command.backup;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.Refusal;
import nl.koppelwerk.data.database.Backup;
import nl.koppelwerk.data.database.BackupRefusal;
import nl.koppelwerk.data.database.DatabaseSettings;
import nl.koppelwerk.data.seal.HeadFile;
import nl.koppelwerk.data.seal.HeadFileConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Works with the settings of the database and without the application, which would bring the tables up to date first. */
final class Keeping {
    private Keeping() {}

    /** The settings and nothing else. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DatabaseSettings.class)
    @Import(HeadFileConfiguration.class)
    static class Settings {}

    static Backup.Contents with(Console console, Function<DatabaseSettings, Backup.Contents> work) {
        return with(console, (settings, heads) -> work.apply(settings));
    }

    static Backup.Contents with(Console console, BiFunction<DatabaseSettings, HeadFile, Backup.Contents> work) {
        try (ConfigurableApplicationContext settings =
                new ApplicationStart(console).start(Settings.class, WebApplicationType.NONE)) {
            return work.apply(settings.getBean(DatabaseSettings.class), settings.getBean(HeadFile.class));
        } catch (BackupRefusal refusal) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "backup.refused."
                            + refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    refusal.place());
        } catch (UncheckedIOException e) {
            throw new Refusal(ExitCode.FAILED, "backup.failed", String.valueOf(e.getMessage()));
        }
    }
}
