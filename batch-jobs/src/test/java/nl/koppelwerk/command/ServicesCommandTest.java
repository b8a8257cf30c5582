package nl.koppelwerk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.referral.ShippedServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(DatabaseExtension.class)
class ServicesCommandTest {
    private final SpokenConsole spoken;

    @TempDir
    private Path folder = Path.of("");

    ServicesCommandTest(TestDatabase database) {
        database.organisation("Samen Sterk");
        spoken = new SpokenConsole(
                Texts.DUTCH,
                false,
                Stream.of(database.properties()).map(setting -> "--" + setting).toList());
    }

    @Test
    void aDirectoryIsReadListedAndWrittenAndOneThatIsNotRightIsRefusedWhole() throws IOException {
        Path out = folder.resolve("uit.json");
        Path wrong = folder.resolve("fout.json");
        Files.writeString(wrong, ShippedServices.text().replace("\"active\"", "\"open\""));

        assertThat(run("--shipped", "--out", out.toString())).isEqualTo(ExitCode.OK);
        assertThat(run(out.toString())).isEqualTo(ExitCode.OK);
        assertThat(run(wrong.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(run()).isEqualTo(ExitCode.OK);

        assertThat(spoken.out())
                .contains(
                        "Diensten ingelezen: 8 nieuw, 0 gewijzigd, 0 gelijk.",
                        "8 diensten staan in ",
                        "Diensten ingelezen: 0 nieuw, 0 gewijzigd, 8 gelijk.",
                        "Sociaal Raadslieden (Buurtteams)",
                        "8 diensten.");
        assertThat(spoken.err())
                .contains(
                        "fout.json, contents.8.status: De status is active, inactive, defunct of temporarily closed.",
                        "fout.json is niet ingelezen; er is niets veranderd.");
    }

    private int run(String... words) {
        Console console = spoken.console();
        List<String> all = new ArrayList<>(List.of("services"));
        all.addAll(List.of(words));
        return new Commands(console)
                .with(CommandGroup.DATA, new ServicesCommand(console))
                .run(all);
    }
}
