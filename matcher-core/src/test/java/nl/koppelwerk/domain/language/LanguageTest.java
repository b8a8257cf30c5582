package nl.koppelwerk.domain.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void aLanguageIsNamedInTheLanguageOfTheReader() {
        Locale dutch = Locale.of("nl");

        assertThat(new Language("tur").name(dutch)).isEqualTo("Turks");
        assertThat(new Language("ara").name(Locale.ENGLISH)).isEqualTo("Arabic");
        assertThat(Language.DUTCH.name(dutch)).isEqualTo("Nederlands");
        assertThat(new Language("tir").name(dutch)).isEqualTo("Tigrinya");
        assertThat(new Language("pap").name(dutch)).isEqualTo("Papiaments");
    }

    @Test
    void languagesThatAreAlikeHaveNamesOfTheirOwn() {
        Locale dutch = Locale.of("nl");

        assertThat(new Language("kmr").name(dutch)).isEqualTo("Kurmanji");
        assertThat(new Language("kur").name(dutch)).isEqualTo("Koerdisch");
        assertThat(new Language("prs").name(dutch)).isEqualTo("Dari");
        assertThat(new Language("fas").name(dutch)).isEqualTo("Perzisch");
    }
}
