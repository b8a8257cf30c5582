package nl.koppelwerk.command.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.command.BeginCommand;
import nl.koppelwerk.command.CommandGroup;
import nl.koppelwerk.command.Commands;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.SpokenConsole;
import nl.koppelwerk.command.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsTest {
    @TempDir
    private Path folder = Path.of("");

    private static List<Settings.Wrong> wrong(Map<String, Object> set) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("set", set));
        return Settings.wrong(environment);
    }

    @ParameterizedTest
    @CsvSource({
        "server.port, 80a0",
        "server.port, 65536",
        "SERVER_PORT, -1",
        "management.server.port, -2",
        "koppelwerk.nightly.time, 25:00",
        "KOPPELWERK_NIGHTLY_ZONE, Europe/Rotterdam",
        "koppelwerk.nightly.catch-up, ja",
        "koppelwerk.mail.from, koppelwerk",
        "koppelwerk.mail.from, Samen <samen@>",
        "koppelwerk.mail.every, vaak",
        "koppelwerk.site.address, koppelwerk.example",
        "koppelwerk.site.address, ftp://koppelwerk.example",
        "KOPPELWERK_DATABASE_URL, postgres://server/koppelwerk",
        "KOPPELWERK_DATABASE_POOLSIZE, 0",
        "KOPPELWERK_DATABASE_POOL_SIZE, many",
        "koppelwerk.database.runtime-username, Koppelwerk-App",
        "koppelwerk.home, /dev/null/koppelwerk",
        "koppelwerk.audit.key, /dev/null/signing.key",
        "KOPPELWERK_LOG_FORMAT, xml",
        "KOPPELWERK_CONSOLE_LOG, LOUD"
    })
    void whatCannotBeMeantIsNamed(String name, String value) {
        assertThat(wrong(Map.of(name, value))).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo(name);
            assertThat(one.value()).contains(value);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "server.port, 0",
        "management.server.port, -1",
        "koppelwerk.nightly.time, 02:30",
        "KOPPELWERK_NIGHTLY_ZONE, Europe/Brussels",
        "koppelwerk.mail.from, Samen Sterk <samen@sterk.example>",
        "koppelwerk.mail.every, 90s",
        "koppelwerk.site.address, https://koppelwerk.example/",
        "KOPPELWERK_DATABASE_URL, jdbc:postgresql://server/koppelwerk",
        "KOPPELWERK_DATABASE_POOL_SIZE, 30",
        "KOPPELWERK_DATABASE_POOLSIZE, 30",
        "koppelwerk.audit.key, no/such/key/yet",
        "KOPPELWERK_LOG_FORMAT, json",
        "koppelwerk.database.url, ''",
        "server.tomcat.threads.max, 400",
        "OTHER_KOPPELWERK, 1"
    })
    void whatCanBeMeantAndWhatIsNotOursIsLeftAlone(String name, String value) {
        assertThat(wrong(Map.of(name, value))).isEmpty();
    }

    @Test
    void aSlipOfThePenIsToldFromTheSettingThatItLooksLike() {
        assertThat(wrong(Map.of("KOPPELWERK_DATABSE_URL", "x", "koppelwerk.colour", "red")))
                .map(Settings.Wrong::name, one -> one.known().map(Setting::name))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "KOPPELWERK_DATABSE_URL", Optional.of("koppelwerk.database.url")),
                        org.assertj.core.groups.Tuple.tuple("koppelwerk.colour", Optional.empty()));
    }

    @Test
    void allThatIsWrongIsSaidAtOnceBeforeAnythingIsMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        SpokenConsole said = new SpokenConsole(
                Texts.DUTCH,
                false,
                List.of(
                        "--koppelwerk.database.folder=" + file,
                        "--koppelwerk.databse.url=x",
                        "--koppelwerk.mail.from=koppelwerk"));

        int exitCode = new Commands(said.console())
                .with(CommandGroup.START, new BeginCommand(said.console()))
                .run(List.of("begin", "Samen Delft", "--email", "els@delft.example"));

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).isEqualTo("""
                De instelling koppelwerk.database.folder is "%s"; verwacht wordt een map waarin geschreven mag worden, of die gemaakt kan worden.
                De instelling koppelwerk.databse.url bestaat niet. Bedoelt u koppelwerk.database.url (KOPPELWERK_DATABASE_URL)?
                De instelling koppelwerk.mail.from is "koppelwerk"; verwacht wordt een e-mailadres zoals koppelwerk@stad.example.
                """.formatted(file));
    }
}
