package nl.koppelwerk.command.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import nl.koppelwerk.command.BeginCommand;
import nl.koppelwerk.command.CommandGroup;
import nl.koppelwerk.command.Commands;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.SpokenConsole;
import nl.koppelwerk.command.Texts;
import nl.koppelwerk.command.audit.VerifyAuditCommand;
import nl.koppelwerk.command.keys.RotateKeysCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On embedded databases in folders of their own, as somebody would who moves to another computer. */
class BackupCommandsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));

    @TempDir
    private Path folder = Path.of("");

    private SpokenConsole said = new SpokenConsole(Texts.DUTCH, false);

    @Test
    void aDatabaseMovesToAnotherFolder() throws IOException {
        Path file = folder.resolve("kept.zip");
        assertThat(run("here", "backup", file)).isEqualTo(ExitCode.FAILED);
        assertThat(said.err()).isEqualTo("In " + folder.resolve("here") + " is geen database.\n");

        assertThat(run("here", "begin", "Samen Delft", "--email", "els@delft.example"))
                .isEqualTo(ExitCode.OK);
        assertThat(run("here", "backup", file)).isEqualTo(ExitCode.OK);
        assertThat(said.out()).startsWith("Bewaard in " + file + ": ").contains("versleuteld");
        String counts =
                said.out().lines().findFirst().orElseThrow().split(": ", 2)[1].replace(".", "");

        assertThat(run("there", "restore", file)).isEqualTo(ExitCode.OK);
        assertThat(said.out())
                .startsWith("Teruggezet uit " + file + ": " + counts + ", zoals het was op 17 maart 2026, 10:30.\n")
                .contains("./koppelwerk retention --again");
        assertThat(run("there", "restore", file)).isEqualTo(ExitCode.FAILED);
        assertThat(said.err()).startsWith("In " + folder.resolve("there") + " is al een database.");

        assertThat(run("there", "verify-audit")).isEqualTo(ExitCode.OK);
        assertThat(said.out())
                .contains("Logboek van Samen Delft: 0 regels nagerekend, alles klopt.")
                .contains("is een reservekopie teruggezet");

        assertThat(run("there", "begin", "Samen Delft", "--email", "els@delft.example"))
                .as("she was invited and is invited again")
                .isEqualTo(ExitCode.OK);
        assertThat(run("there", "begin", "Samen Leiden", "--email", "els@delft.example"))
                .as("she is known there")
                .isEqualTo(ExitCode.FAILED);
    }

    @Test
    void keysAreReplacedAndWithoutTheirFileNothingStarts() throws IOException {
        assertThat(run("here", "begin", "Samen Delft", "--email", "els@delft.example"))
                .isEqualTo(ExitCode.OK);
        Path keys = folder.resolve("here/keys");
        String first = Files.readString(keys);

        assertThat(run("here", "rotate-keys", "--file")).isEqualTo(ExitCode.OK);
        assertThat(said.out())
                .startsWith("De sleutel in " + keys + " is vernieuwd.")
                .contains("Nieuwe sleutels: 1. Opnieuw versleuteld: ");
        assertThat(Files.readString(keys)).hasLineCount(1).isNotEqualTo(first);

        Files.writeString(keys, first);
        assertThat(run("here", "rotate-keys", "--finish")).isEqualTo(ExitCode.FAILED);
        assertThat(said.err()).startsWith("Met het sleutelbestand " + keys + " is deze database niet versleuteld.");
        Files.delete(keys);
        assertThat(run("here", "rotate-keys")).isEqualTo(ExitCode.FAILED);
        assertThat(said.err())
                .startsWith("Het sleutelbestand " + keys + " is er niet")
                .hasLineCount(1);
    }

    @Test
    void whatIsNoBackupIsSaidInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.zip"), "Beste Els");

        assertThat(run("there", "restore", file)).isEqualTo(ExitCode.FAILED);
        assertThat(said.err()).isEqualTo(file + " is geen bestand van ./koppelwerk backup.\n");
        assertThat(run("there", "backup", folder.resolve("no/such/folder/kept.zip")))
                .isEqualTo(ExitCode.FAILED);
        assertThat(said.err()).hasLineCount(1).doesNotContain("\tat ");
    }

    private int run(String place, Object... words) {
        said = new SpokenConsole(
                Texts.DUTCH,
                false,
                List.of(
                        "--koppelwerk.home=" + folder.resolve("home of " + place),
                        "--koppelwerk.database.folder=" + folder.resolve(place)));
        return new Commands(said.console())
                .with(
                        CommandGroup.DATA,
                        new BeginCommand(said.console()),
                        new BackupCommand(said.console(), CLOCK),
                        new RestoreCommand(said.console(), CLOCK),
                        new VerifyAuditCommand(said.console(), CLOCK),
                        new RotateKeysCommand(said.console()))
                .run(List.of(words).stream().map(String::valueOf).toList());
    }
}
