package nl.koppelwerk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KoppelwerkTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<String> commands() {
        return Koppelwerk.commands(console(Texts.DUTCH, new StringWriter(), new StringWriter())).names().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfInBothLanguages(String command) {
        String dutch = help(command, Texts.DUTCH);
        String english = help(command, Texts.ENGLISH);

        assertThat(dutch)
                .contains("Gebruik: koppelwerk " + command, "Afloopcodes:")
                .matches("(?s).*\n\n[A-Z][^\n]+\\.\n.*");
        assertThat(english)
                .contains("Usage: koppelwerk " + command, "Exit codes:")
                .doesNotContain("Afloopcodes");
        assertThat(dutch.lines().toList()).isNotEqualTo(english.lines().toList());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionOfEveryCommandIsExplained(String command) {
        List<String> unexplained = help(command, Texts.DUTCH)
                .lines()
                .filter(line -> line.matches("\\s+(-\\w, )?--[\\w-]+(=\\S+)?\\s*|\\s{6}\\[?[A-Z]+]?(\\.\\.\\.)?\\s*"))
                .toList();

        assertThat(unexplained).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandRefusesAnUnknownOption(String command) {
        int exitCode = Koppelwerk.commands(console(Texts.DUTCH, out, err)).run(List.of(command, "--verkeerd"));

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--help legt het uit").doesNotContain("\tat ");
    }

    @Test
    void theOverviewListsEveryCommandWithASentence() {
        Koppelwerk.commands(console(Texts.DUTCH, out, err)).run(List.of());

        assertThat(commands())
                .hasSizeGreaterThan(7)
                .allSatisfy(command -> assertThat(out.toString()).containsPattern("\n  " + command + " +[A-Z].*\\."));
    }

    private static String help(String command, Locale locale) {
        StringWriter said = new StringWriter();
        int exitCode =
                Koppelwerk.commands(console(locale, said, new StringWriter())).run(List.of(command, "--help"));
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        return said.toString();
    }

    private static Console console(Locale locale, StringWriter out, StringWriter err) {
        return new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, new Texts(locale), List.of());
    }
}
