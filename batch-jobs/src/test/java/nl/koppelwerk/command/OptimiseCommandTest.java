package nl.koppelwerk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptimiseCommandTest {

    private final SpokenConsole spoken = new SpokenConsole(Texts.ENGLISH, false);
    private final Commands commands = new Commands(spoken.console())
            .with(CommandGroup.ENGINE, new OptimiseCommand(spoken.console(), Clock.systemUTC()));

    @TempDir
    private Path folder;

    @Test
    void theLastLineSaysWhatWasFoundAndTheAnswerGoesToTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("three.txt"), "2 3\n4 9 8\n5 2 3\n3 3 3\n2 2 2\n5 4\n");
        Path answer = folder.resolve("answer.txt");

        int exitCode = commands.run(
                List.of("optimise", file.toString(), "--format", "gap", "--minimise", "--out", answer.toString()));

        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(spoken.out().strip().lines().toList().getLast())
                .matches("value=9 bound=9 gap=0.000000 seconds=\\d+\\.\\d\\d status=optimal");
        assertThat(answer).hasContent("1 2 2");
    }

    @Test
    void refusesAFileThatCannotBeReadNamingThePlace() throws IOException {
        Path file = Files.writeString(folder.resolve("three.txt"), "2 3\n4 9 x\n5 2 3\n");

        int exitCode = commands.run(List.of("optimise", file.toString(), "--format", "gap"));

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(spoken.err()).contains("line 2: 'x' is not a whole number, expected the worth of agent 1, job 3");
    }

    @Test
    void refusesAFileThatIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("picture.txt"), new byte[] {0, 1, (byte) 0xff});

        int exitCode = commands.run(List.of("optimise", file.toString(), "--format", "gap"));

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(spoken.err()).contains("picture.txt is no text in UTF-8.");
    }

    @Test
    void refusesAnAnswerThatHasNowhereToGoBeforeItSearches() throws IOException {
        Path file = Files.writeString(folder.resolve("one.txt"), "1 1\n4\n3\n3\n");
        Path answer = folder.resolve("nowhere/answer.txt");

        int exitCode =
                commands.run(List.of("optimise", file.toString(), "--format", "gap", "--out", answer.toString()));

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).contains("The answer cannot go to " + answer + ": the folder does not exist");
    }

    /** Loads that leave no room at all: an assignment would have to come out exactly at every agent. */
    @Test
    void whatIsNeitherFoundNorRuledOutInTimeIsAFailureWithoutALineOfResult() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        int[] loads = random.ints(40, 100_000, 1_000_000).toArray();
        int room = IntStream.of(loads).sum() / 5;
        loads[0] += 5 * room - IntStream.of(loads).sum();
        String row = IntStream.of(loads).mapToObj(String::valueOf).collect(Collectors.joining(" ", "", "\n"));
        String capacity = (room + " ").repeat(5);
        Path file = Files.writeString(folder.resolve("tight.txt"), "5 40\n" + row.repeat(10) + capacity + "\n");

        int exitCode = commands.run(List.of("optimise", file.toString(), "--format", "gap", "--seconds", "1"));

        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err())
                .contains("Problem 1: within 1 seconds no assignment of all jobs was found, nor was it shown");
    }
}
