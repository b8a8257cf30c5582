package nl.koppelwerk.explain;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ANight.request;
import static nl.koppelwerk.example.ANight.volunteer;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.example.ANight;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.sentence.Sentences;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Settings;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
    private static final Settings SETTINGS = Settings.nightly(3).withThreads(2);

    /** Two families and two volunteers along a line: 3021 V-1, 3022 W-1, 3025 V-2, 3027 W-2. */
    private final ANight line = aNight().with(aFamily("F-1"))
            .with(aFamily("F-2").livingAt(3025))
            .with(aRequest("V-1").of("F-1"))
            .with(aRequest("V-2").of("F-2"))
            .with(aVolunteer("W-1").livingAt(3022))
            .with(aVolunteer("W-2").livingAt(3027));

    @Test
    void aProposedPairIsThereAlready() {
        assertThat(explain(line).whyNot(request("V-1"), volunteer("W-1"))).isInstanceOf(WhyNot.Chosen.class);
    }

    @Test
    void aForbiddenPairIsExplainedByTheRulesThatForbidIt() {
        line.with(aVolunteer("W-3").unscreened().availableOn("sun-night"));

        assertThat(said(explain(line).whyNot(request("V-1"), volunteer("W-3")).sentences()))
                .containsExactly(
                        "Er is geen geldige VOG bekend.",
                        "Ze kunnen geen enkel dagdeel allebei. Nodig: 1 dagdeel per week.");
    }

    @Test
    void anotherPairIsExplainedByWhoChangesAndHowMuchFitItCosts() {
        WhyNot whyNot = explain(line).whyNot(request("V-1"), volunteer("W-2"));

        assertThat(whyNot).isInstanceOf(WhyNot.Costs.class);
        // before 1 km and 2 km, after 6 km and 3 km: 6 km more of 15 km at weight 30, less rounding
        assertThat(((WhyNot.Costs) whyNot).regret().fit()).isBetween(11_950L, 12_050L);
        assertThat(said(whyNot.sentences()))
                .contains(
                        "Gezin F-1 krijgt dan Vrijwilliger W-2 in plaats van Vrijwilliger W-1.",
                        "Gezin F-2 krijgt dan Vrijwilliger W-1 in plaats van Vrijwilliger W-2.")
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith("Er worden evenveel gezinnen geholpen, maar de koppelingen"));
    }

    @Test
    void aPairThatTakesAVolunteerFromAMoreUrgentRequestTellsWhoLoses() {
        ANight night = aNight().with(aFamily("F-1"))
                .with(aFamily("F-2"))
                .with(aRequest("V-1").of("F-1").urgency(Urgency.HIGH))
                .with(aRequest("V-2").of("F-2"))
                .with(aVolunteer("W-1"));

        WhyNot.Costs costs = (WhyNot.Costs) explain(night).whyNot(request("V-2"), volunteer("W-1"));

        assertThat(costs.regret().servedWeight()).isEqualTo(1500);
        assertThat(said(costs.sentences()))
                .startsWith(
                        "Gezin F-1 heeft dan niemand meer. Nu is Vrijwilliger W-1 voorgesteld.",
                        "Gezin F-2 krijgt dan Vrijwilliger W-1.",
                        "Zo worden er minder gezinnen geholpen, of minder dringende.");
    }

    @Test
    void aPairingUnderWayIsNotGivenUp() {
        ANight night = aNight().with(aFamily("F-1"))
                .with(aFamily("F-2"))
                .with(aRequest("V-1").of("F-1"))
                .with(aRequest("V-2").of("F-2"))
                .with(aVolunteer("W-1"))
                .running("V-1", "W-1", "sat-morning");

        assertThat(explain(night).whyNot(request("V-2"), volunteer("W-1"))).isInstanceOf(WhyNot.NoRoom.class);
    }

    @Test
    void alternativesComeWithTheirRegretLeastFirst() {
        line.with(aVolunteer("W-3").livingAt(3023))
                .with(aVolunteer("W-4").livingAt(3024).paused());

        List<Alternative> alternatives = explain(line).alternativesFor(request("V-1"), 5);

        assertThat(alternatives)
                .extracting(one -> one.volunteer().reference() + " " + one.metres())
                .containsExactly("W-3 2000", "W-2 6000");
        assertThat(alternatives.get(0).regret().points()).isEqualTo(2);
        assertThat(alternatives.get(1).regret().fit())
                .isGreaterThan(alternatives.get(0).regret().fit());
    }

    @Test
    void aVolunteerHasAlternativesToo() {
        assertThat(explain(line).alternativesOf(volunteer("W-1"), 3))
                .extracting(one -> one.request().reference())
                .containsExactly("V-2");
    }

    @Test
    void twoVolunteersAlikeAreATie() {
        ANight night = aNight().with(aRequest("V-1")).with(aVolunteer("W-1")).with(aVolunteer("W-2"));

        assertThat(explain(night).certainty(request("V-1")).orElseThrow().kind())
                .isEqualTo(Certainty.Kind.TIE);
    }

    @Test
    void aPairThatEveryGoodPlanHasIsNoTie() {
        assertThat(explain(line).certainty(request("V-2")).orElseThrow().kind()).isNotEqualTo(Certainty.Kind.TIE);
    }

    private static Explanations explain(ANight night) {
        Matched matched = new Matching(Clock.systemUTC()).propose(night.build(), SETTINGS, Progress.NONE);
        return new Explanations(matched, Clock.systemUTC(), SETTINGS);
    }

    private static List<String> said(List<Sentence> sentences) {
        return sentences.stream().map(Sentences.dutch()::say).toList();
    }
}
