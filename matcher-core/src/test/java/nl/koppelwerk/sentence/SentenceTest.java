package nl.koppelwerk.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import org.junit.jupiter.api.Test;

class SentenceTest {
    @Test
    void aSentenceIsStoredAsOneLineOfTextAndReadBack() {
        Sentence sentence = Sentence.of(
                "rule.near.yes",
                new Argument.Metres(1234),
                new Argument.Name("Gezin \\ a|b: c"),
                new Argument.Count(3),
                new Argument.Day(LocalDate.of(2026, 3, 5)),
                new Argument.Tongue(new Language("tir")),
                new Argument.Tongues(Set.of(new Language("tur"), Language.DUTCH)),
                new Argument.Speech(Level.B2),
                new Argument.Needs(Set.of(Need.FINANCE, Need.WORK)),
                new Argument.Week(DayParts.parse("wed-afternoon")),
                new Argument.Time(Hours.parse("2.25")),
                new Argument.Term("BUDDY"));

        assertThat(sentence.toString())
                .isEqualTo("rule.near.yes|metres:1234|name:Gezin \\\\ a\\|b: c|count:3|day:2026-03-05|language:tir"
                        + "|languages:nld,tur|level:B2|needs:FINANCE,WORK|week:wed-afternoon|hours:2.25|term:BUDDY");
        assertThat(Sentence.parse(sentence.toString())).isEqualTo(sentence);
    }

    @Test
    void textThatIsNoSentenceIsRefused() {
        assertThatThrownBy(() -> Sentence.parse("rule.near.yes|furlongs:3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("furlongs:3");
        assertThatThrownBy(() -> Sentence.parse("Rule near")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void distancesAreSaidAsPeopleSayThem() {
        assertThat(say(Locale.of("nl"), 1234)).isEqualTo("Ze wonen 1,2 km van elkaar.");
        assertThat(say(Locale.of("nl"), 448)).isEqualTo("Ze wonen 450 m van elkaar.");
        assertThat(say(Locale.of("nl"), 12_962)).isEqualTo("Ze wonen 13,0 km van elkaar.");
        assertThat(say(Locale.of("nl"), 0)).isEqualTo("Ze wonen in hetzelfde postcodegebied.");
        assertThat(say(Locale.UK, 0)).isEqualTo("They live in the same postcode area.");
        assertThat(say(Locale.UK, 1234)).isEqualTo("They live 1.2 km apart.");
        assertThat(say(Locale.FRENCH, 1234))
                .as("any other reader hears Dutch")
                .isEqualTo("Ze wonen 1,2 km van elkaar.");
    }

    @Test
    void theLanguageOfTheMachineMakesNoDifference() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);

            assertThat(say(Locale.of("nl"), 2345)).isEqualTo("Ze wonen 2,3 km van elkaar.");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String say(Locale locale, int metres) {
        return new Sentences(locale).say(Sentence.of("rule.near.yes", new Argument.Metres(metres)));
    }
}
