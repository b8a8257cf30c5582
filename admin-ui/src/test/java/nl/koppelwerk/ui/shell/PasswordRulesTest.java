package nl.koppelwerk.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.ui.shell.PasswordRules.Weakness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @CsvSource({
        "elf tekens., TOO_SHORT",
        "123456789012, COMMON",
        "Welkom2024!!, COMMON",
        "P@ssw0rd2026, COMMON",
        "w4chtwoord!!, COMMON",
        "wachtwoordwachtwoord, COMMON",
        "qwertyuiop123, COMMON",
        "aaaaaaaaaaaaaa, COMMON",
        "Rotterdam-010, COMMON",
        "Noor Jansen 1, ABOUT_YOU",
        "noor@koppelwerk.example, ABOUT_YOU",
        "vier losse woorden samen, ",
        "koppelen-in-de-wijk, "
    })
    void aPasswordIsRefusedForWhatOthersTryFirst(String password, Weakness expected) {
        assertThat(PasswordRules.weakness(password, "noor@koppelwerk.example", "Noor Jansen")
                        .orElse(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65})
    void sixtyFourCharactersAreTheMost(int length) {
        String password = "een zin die niemand anders bedenkt ".repeat(3).substring(0, length);

        assertThat(PasswordRules.weakness(password).isPresent()).isEqualTo(length > 64);
    }
}
