package nl.koppelwerk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.command.night.CheckCommand;
import nl.koppelwerk.command.night.NightlyCommand;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.programme.ShippedProgrammes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A programme that nobody thought of before is one file in a folder. */
@ExtendWith(DatabaseExtension.class)
class ProgrammeCommandTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneId.of("Europe/Amsterdam"));

    private final TestDatabase database;
    private final SpokenConsole spoken;

    @TempDir
    private Path folder = Path.of("");

    ProgrammeCommandTest(TestDatabase database) {
        this.database = database;
        this.spoken = new SpokenConsole(
                Texts.DUTCH,
                false,
                Stream.of(database.properties()).map(setting -> "--" + setting).toList());
    }

    @Test
    void aThirteenthFileInAFolderIsCheckedInstalledMatchedAndCheckedAgain() throws IOException {
        String thirteenth = ShippedProgrammes.find("Ktr")
                .orElseThrow()
                .text()
                .replace("code: Ktr", "code: XIII")
                .replace("De Katrol", "De Dertiende")
                .replace("[3082, 3083, 3084]", "[3071, 3072, 3073]");
        Files.writeString(folder.resolve("XIII.yaml"), thirteenth);
        int before = organisations();

        assertThat(run("programme", "check", folder.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("programme", "preview", folder.toString())).isEqualTo(ExitCode.OK);
        assertThat(organisations()).as("a preview changes nothing").isEqualTo(before);
        assertThat(run("programme", "install", folder.toString(), "--sample")).isEqualTo(ExitCode.OK);
        assertThat(run("programme", "install", folder.toString(), "--sample")).isEqualTo(ExitCode.OK);
        assertThat(run("nightly")).isEqualTo(ExitCode.OK);
        assertThat(run("check")).isEqualTo(ExitCode.OK);
        assertThat(run("programme", "list")).isEqualTo(ExitCode.OK);

        assertThat(spoken.out())
                .contains(
                        "XIII: in orde. EHBO'eR van De Dertiende, versie 2.",
                        "area.neighbourhoods.1.postcodes: 3071, 3072, 3073",
                        "De organisatie De Dertiende is begonnen.",
                        "EHBO'eR (XIII, versie 2) is in gebruik.",
                        "Toegevoegd: 9 verzonnen gezinnen en 14 verzonnen vrijwilligers.",
                        "EHBO'eR (XIII) heeft versie 2 al. Er verandert niets.",
                        "alle regels zijn gehouden",
                        "XIII  EHBO'eR, bestand versie 2");
    }

    @Test
    void aFileThatIsNotRightIsRefusedWholeWithEveryReason() throws IOException {
        int before = organisations();
        Path wrong = folder.resolve("fout.yaml");
        Files.writeString(
                wrong,
                ShippedProgrammes.find("BB")
                        .orElseThrow()
                        .text()
                        .replace("near: 40", "dichtbij: 40")
                        .replace("version: 2", "version: een"));

        assertThat(run("programme", "check", wrong.toString())).isEqualTo(ExitCode.FOUND);
        assertThat(run("programme", "install", wrong.toString(), "--organisation", "Nergens"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(run("programme", "install", "bestaatniet")).isEqualTo(ExitCode.FAILED);
        assertThat(run("programme", "check", folder.resolve("leeg").toString())).isEqualTo(ExitCode.FAILED);

        assertThat(spoken.err())
                .contains(
                        "fout.yaml, regel 6, version: Verwacht: een heel getal van 1 tot en met 100000. Er staat: \"een\".",
                        "rules.weights.dichtbij: Het veld dichtbij bestaat niet. Hier mag staan: near, ",
                        "is niet in gebruik genomen; er is niets veranderd.",
                        "Er is geen programma, bestand of map bestaatniet.");
        assertThat(organisations()).isEqualTo(before);
    }

    private int run(String... words) {
        Console console = spoken.console();
        return new Commands(console)
                .with(
                        CommandGroup.DATA,
                        new ProgrammeCommand(console, CLOCK),
                        new NightlyCommand(console, CLOCK),
                        new CheckCommand(console))
                .run(List.of(words));
    }

    private int organisations() {
        return database.ownerJdbc()
                .sql("select count(*) from organisation")
                .query(Integer.class)
                .single();
    }
}
