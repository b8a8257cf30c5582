package nl.koppelwerk.domain.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    private final Languages family = Languages.parse("nld:A1 tur:C2 eng:B1");

    @Test
    void theSharedLanguageIsTheOneInWhichTheWeakerSpeaksBest() {
        Languages volunteer = Languages.parse("nld:C2, eng:C1 | tur:A2");

        assertThat(family.shared(volunteer, Level.A2)).contains(new SharedLanguage(new Language("eng"), Level.B1));
    }

    @Test
    void aLanguageBelowTheLevelAskedDoesNotCount() {
        Languages volunteer = Languages.parse("nld:C2");

        assertThat(family.shared(volunteer, Level.A2)).isEmpty();
        assertThat(family.shared(volunteer, Level.A1)).contains(new SharedLanguage(Language.DUTCH, Level.A1));
    }

    @Test
    void amongEqualsTheyTalkDutch() {
        Languages one = Languages.parse("ara:B2 nld:B2 tur:B2");
        Languages other = Languages.parse("ara:C1 nld:B2 tur:C2");

        assertThat(one.shared(other, Level.A2)).contains(new SharedLanguage(Language.DUTCH, Level.B2));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(Languages.parse(family.toString())).isEqualTo(family);
        assertThat(Languages.parse(" ")).isEqualTo(Languages.NONE);
    }

    @Test
    void whatIsNotALanguageIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Languages.parse("nld"))
                .withMessageContaining("nld");
        assertThatIllegalArgumentException().isThrownBy(() -> Languages.parse("Turks:B1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Languages.parse("tur:B3"));
    }

    @Test
    void aLanguageIsCalledWhatTheReaderCallsIt() {
        assertThat(new Language("tur").name(Locale.of("nl"))).isEqualTo("Turks");
        assertThat(new Language("tir").name(Locale.ENGLISH)).isEqualTo("Tigrinya");
    }
}
