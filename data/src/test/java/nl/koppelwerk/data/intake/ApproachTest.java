package nl.koppelwerk.data.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.koppelwerk.data.intake.Approach.Channel;
import nl.koppelwerk.data.intake.Approach.Referral;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Languages;
import org.junit.jupiter.api.Test;

class ApproachTest {
    private static Approach of(String languages, String... answers) {
        Map<String, String> said = new java.util.HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            said.put(answers[i], answers[i + 1]);
        }
        return Approach.of(Languages.parse(languages), said).orElseThrow();
    }

    @Test
    void whoSpeaksWellAndReadsLittleGetsAVoiceNoteInDutchAndNoLetter() {
        Approach approach = of("nld:B2 tur:C2", "dutch-reading", "A2", "device", "SMARTPHONE");

        assertThat(approach.language()).contains(new Language("nld"));
        assertThat(approach.channels()).containsExactly(Channel.VOICE_NOTE, Channel.CALL);
        assertThat(approach.referrals()).containsExactly(Referral.DUTCH);
    }

    @Test
    void whoReadsWellEnoughGetsALetterInPlainDutchFirst() {
        assertThat(of("nld:C1", "dutch-reading", "B1", "device", "PHONE").channels())
                .containsExactly(Channel.PLAIN_LETTER, Channel.CALL);
    }

    @Test
    void aLetterInDutchIsForNobodyWhoIsSpokenWithInAnotherLanguage() {
        Approach approach = of("nld:A1 tir:C2 eng:B1", "dutch-reading", "B1", "device", "PHONE");

        assertThat(approach.language()).contains(new Language("tir"));
        assertThat(approach.channels()).containsExactly(Channel.CALL);
    }

    @Test
    void whoHasNothingToCallWithIsVisited() {
        assertThat(of("ara:C2", "dutch-reading", "NONE", "device", "NONE").channels())
                .containsExactly(Channel.VISIT);
    }

    @Test
    void whatIsHardIsForAServiceAndWithSomeHelpIsNot() {
        assertThat(of("nld:C2", "numbers", "HARD", "digital", "SOME_HELP", "institutions", "HARD")
                        .referrals())
                .containsExactlyInAnyOrder(Referral.NUMBERS, Referral.INSTITUTIONS);
    }

    @Test
    void withoutAnyAnswerNothingIsSaid() {
        assertThat(Approach.of(Languages.parse("nld:C2"), Map.of("goal", "Rust")))
                .isEmpty();
    }
}
