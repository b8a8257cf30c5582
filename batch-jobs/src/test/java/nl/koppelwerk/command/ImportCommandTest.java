package nl.koppelwerk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(DatabaseExtension.class)
class ImportCommandTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    private final TestDatabase database;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder = Path.of("");

    ImportCommandTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void aSampleCityIsMadeAndImportedAndWhatIsWrongIsSaid() throws IOException {
        int made = run("sample", "--families", "31", "--seed", "5", "--out", folder.toString());
        Path families = folder.resolve("gezinnen.csv");
        Files.writeString(
                families, Files.readString(families).replaceFirst("(?m)^(G-00002;[^;]*);[0-9]{4};", "$1;9999;"));

        int imported = run(
                "import",
                families.toString(),
                folder.resolve("vrijwilligers.csv").toString(),
                folder.resolve("postcodes.csv").toString(),
                "--rejects",
                folder.resolve("afgewezen").toString());
        String said = out.toString();
        int refused = run("import", folder.resolve("weg.csv").toString(), "--organisation", "Samen Sterk Rotterdam");

        assertThat(made).isEqualTo(ExitCode.OK);
        assertThat(imported).isEqualTo(ExitCode.FOUND);
        assertThat(said)
                .contains("Gemaakt: een stad met 31 gezinnen op 2026-11-21.")
                .contains("vrijwilligers.csv: 36 rijen gelezen, 36 goed (36 nieuw, 0 gewijzigd), 0 afgewezen.")
                .contains("«9999»: Postcode 9999 kennen we niet")
                .contains("gezinnen-afgewezen.csv");
        assertThat(folder.resolve("afgewezen/gezinnen-afgewezen.csv")).content().contains("G-00002", "reden_afwijzing");
        assertThat(refused).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("Samen Sterk Rotterdam is gemaakt", "weg.csv: dit bestand bestaat niet.");
    }

    private int run(String... words) {
        List<String> settings =
                Stream.of(database.properties()).map(setting -> "--" + setting).toList();
        Console console = new Console(
                new PrintWriter(out, true), new PrintWriter(err, true), false, new Texts(Texts.DUTCH), settings);
        return new Commands(console)
                .with(CommandGroup.DATA, new ImportCommand(console, CLOCK), new SampleCommand(console, CLOCK))
                .run(List.of(words));
    }
}
