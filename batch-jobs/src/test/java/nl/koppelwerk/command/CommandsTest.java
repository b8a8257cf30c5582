package nl.koppelwerk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class CommandsTest {
    private final SpokenConsole spoken = new SpokenConsole(Texts.DUTCH, false);
    private final Commands commands =
            new Commands(spoken.console()).with(CommandGroup.NIGHT, new Count(), new Refused(), new Broken());

    @Test
    void aloneItPrintsWhatItCanDo() {
        int exitCode = commands.run(List.of());

        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(spoken.out()).contains("Gebruik: ./koppelwerk OPDRACHT", "De nacht", "  count ", "  refused ");
        assertThat(spoken.err()).isEmpty();
    }

    @Test
    void helpOfACommandListsItsOptionsAndTheExitCodes() {
        int exitCode = commands.run(List.of("count", "--help"));

        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(spoken.out()).contains("--times", "Laat deze uitleg zien", "Afloopcodes:", "  4   Iemand anders");
    }

    /** A bare percent sign in one of them is a complaint on the console, and the text unfinished. */
    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everyHelpTextCanBeFilledIn(String language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "nl.koppelwerk.command.messages",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        assertThat(texts.keySet().stream().filter(key -> key.startsWith("koppelwerk.")))
                .hasSizeGreaterThan(30)
                .allSatisfy(key -> assertThatCode(() -> String.format(texts.getString(key)))
                        .as(key)
                        .doesNotThrowAnyException());
    }

    @Test
    void speaksEnglishWhenAsked() {
        SpokenConsole english = new SpokenConsole(Arguments.of("--english").locale(), false);

        new Commands(english.console()).with(CommandGroup.NIGHT, new Count()).run(List.of("--english"));

        assertThat(english.out())
                .contains("The night", "English instead of Dutch")
                .doesNotContain("De nacht");
    }

    @Test
    void givesTheExitCodeOfTheCommand() {
        assertThat(commands.run(List.of("count", "a.csv", "--times", "3"))).isEqualTo(3);
    }

    @Test
    void saysInOneSentenceWhatIsUnknown() {
        assertThat(commands.run(List.of("cuont"))).isEqualTo(ExitCode.USAGE);
        assertThat(spoken.err()).isEqualToNormalizingNewlines("""
                        Onbekend: cuont.
                        Misschien bedoelde je: count.
                        ./koppelwerk --help legt het uit.
                        """);
    }

    @Test
    void saysInOneSentenceWhatIsMissing() {
        assertThat(commands.run(List.of("count"))).isEqualTo(ExitCode.USAGE);
        assertThat(spoken.err()).startsWith("Er ontbreekt: FILE.");
    }

    @Test
    void saysInOneSentenceWhichValueCannotBeRead() {
        assertThat(commands.run(List.of("count", "a.csv", "--times", "drie"))).isEqualTo(ExitCode.USAGE);
        assertThat(spoken.err()).isEqualToNormalizingNewlines("""
                        De waarde van --times is niet te lezen: drie.
                        ./koppelwerk count --help legt het uit.
                        """);
    }

    @Test
    void aRefusalIsOneSentenceWithItsOwnExitCode() {
        assertThat(commands.run(List.of("refused"))).isEqualTo(ExitCode.BUSY);
        assertThat(spoken.err()).isEqualToNormalizingNewlines("Onbekend: 1.234.\n");
    }

    @Test
    void anUnexpectedFailureShowsNeitherStackNorMessage() {
        assertThat(commands.run(List.of("broken"))).isEqualTo(ExitCode.FAILED);
        assertThat(spoken.err())
                .startsWith("De opdracht broken is onverwacht gestopt (IllegalStateException).")
                .doesNotContain("Jansen", "\tat ");
    }

    @Test
    void optionsWithADotAreSettingsForSpring() {
        Arguments arguments =
                Arguments.of("demo", "--server.port=8091", "--no-serve", "--spring.main.lazy-initialization");

        assertThat(arguments.words()).containsExactly("demo", "--no-serve");
        assertThat(arguments.settings()).containsExactly("--server.port=8091", "--spring.main.lazy-initialization");
    }

    @Command(name = "count", description = "Counts.")
    private static final class Count implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        private String file = "";

        @Option(names = "--times")
        private int times;

        @Override
        public Integer call() {
            return times;
        }
    }

    @Command(name = "refused", description = "Refuses.")
    private static final class Refused implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new Refusal(ExitCode.BUSY, "usage.unknown", 1234);
        }
    }

    @Command(name = "broken", description = "Breaks.")
    private static final class Broken implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("family Jansen");
        }
    }
}
