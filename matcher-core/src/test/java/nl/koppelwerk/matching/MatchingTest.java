package nl.koppelwerk.matching;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ANight.request;
import static nl.koppelwerk.example.ANight.volunteer;
import static nl.koppelwerk.example.AProgramme.aProgramme;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Gender;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.example.ACity;
import nl.koppelwerk.example.ANight;
import nl.koppelwerk.sentence.Sentences;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
    private static final Settings SETTINGS = Settings.nightly(7).withThreads(2);

    @Test
    void theOneWhoSpeaksTheLanguageGoesToTheFamilyThatNeedsIt() {
        Matched matched = propose(aNight().with(aFamily("F-1"))
                .with(aFamily("F-2").speaking("tir").livingAt(3024))
                .with(aRequest("V-1").of("F-1"))
                .with(aRequest("V-2").of("F-2").on(1, "sat-morning mon-night"))
                .with(aVolunteer("W-1").speaking("nld:C2 tir:C2"))
                .with(aVolunteer("W-2").livingAt(3027)));

        assertThat(matched.unpaired()).isEmpty();
        assertThat(matched.proposals())
                .extracting(Proposal::volunteer)
                .containsExactly(volunteer("W-2"), volunteer("W-1"));
        Proposal second = matched.proposals().get(1);
        assertThat(second.request()).isEqualTo(request("V-2"));
        assertThat(second.dayParts()).isEqualTo(DayParts.parse("sat-morning"));
        assertThat(second.metres()).isEqualTo(3000);
        assertThat(second.reasons())
                .extracting(finding -> Sentences.english().say(finding.sentence()))
                .contains(
                        "They live 3.0 km apart.",
                        "They talk well with each other in Tigrinya, both at level C2 or better.");
        assertThat(matched.meanDistanceMetres()).isEqualTo(4500);
    }

    @Test
    void whoGetsNobodyIsToldWhy() {
        Matched matched = propose(aNight().with(aFamily())
                .with(aRequest("V-1").urgency(Urgency.HIGH))
                .with(aRequest("V-2").heavy().needingTraining())
                .with(aVolunteer("W-1"))
                .with(aVolunteer("W-2").untrained().paused())
                .with(aVolunteer("W-3")
                        .untrained()
                        .gender(Gender.MAN)
                        .travelling(0)
                        .livingAt(3030))
                .with(aVolunteer("W-4").untrained().having("1")));

        assertThat(matched.unpaired()).hasSize(1);
        assertThat(matched.unpaired().getFirst().causes().stream().map(Sentences.dutch()::say))
                .containsExactly(
                        "Er zijn 4 vrijwilligers.",
                        "1 vrijwilliger valt af op: Actief.",
                        "2 vrijwilligers vallen af op: Training.",
                        "1 vrijwilliger past bij dit gezin.",
                        "1 daarvan heeft al genoeg gezinnen.");
    }

    @Test
    void aProgrammeWithoutRoomForIntroductionsProposesNoMore() {
        Matched matched = propose(aNight().with(aProgramme().introducing(1))
                .with(aRequest("V-1"))
                .with(aRequest("V-2").urgency(Urgency.RAISED))
                .with(aVolunteer("W-1"))
                .with(aVolunteer("W-2"))
                .with(aVolunteer("W-3")));

        assertThat(matched.proposals()).extracting(Proposal::request).containsExactly(request("V-2"));
        assertThat(matched.unpaired().getFirst().taken())
                .containsEntry(Hindrance.FAMILIES, 1)
                .containsEntry(Hindrance.INTRODUCTIONS, 2);
    }

    @Test
    void pairingsUnderWayStayAndTakeTheirPart() {
        Matched matched = propose(aNight().with(aFamily())
                .with(aFamily("F-2"))
                .with(aRequest("V-1"))
                .with(aRequest("V-2").of("F-2").urgency(Urgency.HIGH))
                .with(aVolunteer("W-1").forFamilies(2))
                .fixed("V-1", "W-1", "wed-afternoon", Step.INTRODUCTION));

        assertThat(matched.proposals()).hasSize(1);
        assertThat(matched.proposals().getFirst().request()).isEqualTo(request("V-2"));
        assertThat(matched.proposals().getFirst().dayParts()).isEqualTo(DayParts.parse("sat-morning"));
    }

    @ParameterizedTest
    @CsvSource({"40,5", "130,6"})
    void theProposalsOfACityPassTheIndependentCheck(int families, long seed) {
        Snapshot city = ACity.of(families, seed);

        Matched matched = new Matching(Clock.systemUTC()).propose(city, SETTINGS, Progress.NONE);

        assertThat(matched.proposals()).hasSizeGreaterThan(families / 3);
        assertThat(matched.proposals().size()
                        + matched.unpaired().size()
                        + city.fixed().size())
                .isEqualTo(city.requests().size());
        assertThat(ProposalCheck.breaches(
                        city, matched.proposals().stream().map(Promise::of).toList()))
                .isEmpty();
    }

    @Test
    void reasonsAndCausesAreStoredAndReadBack() {
        Matched matched = propose(aNight().with(aFamily())
                .with(aRequest("V-1"))
                .with(aRequest("V-2"))
                .with(aVolunteer("W-1")));

        Proposal proposal = matched.proposals().getFirst();
        assertThat(Stored.readReasons(Stored.reasons(proposal.reasons()))).isEqualTo(proposal.reasons());
        Unpaired unpaired = matched.unpaired().getFirst();
        assertThat(Stored.readCauses(Stored.causes(unpaired.causes()))).isEqualTo(unpaired.causes());
        assertThat(Stored.causes(unpaired.causes()))
                .isEqualTo("[\"matching.funnel.start|count:1\",\"matching.funnel.left|count:1\","
                        + "\"matching.taken.families|count:1\"]");
    }

    private static Matched propose(ANight night) {
        return new Matching(Clock.systemUTC()).propose(night.build(), SETTINGS, Progress.NONE);
    }
}
