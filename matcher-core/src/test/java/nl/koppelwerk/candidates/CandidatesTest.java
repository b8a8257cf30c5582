package nl.koppelwerk.candidates;

import static nl.koppelwerk.domain.pairing.Step.ACCEPTED;
import static nl.koppelwerk.domain.pairing.Step.TRIAL;
import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ANight.request;
import static nl.koppelwerk.example.ANight.volunteer;
import static nl.koppelwerk.example.AProgramme.aProgramme;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.example.ANight;
import nl.koppelwerk.fit.RequestWeight;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.sentence.Sentences;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    @Test
    void requestsAndVolunteersKeepTheirNumbersThereAndBack() {
        Candidates candidates = Candidates.find(aNight().with(aFamily().livingAt(3040))
                .with(aFamily("F-2").livingAt(3022))
                .with(aRequest())
                .with(aRequest("V-2").of("F-2"))
                .with(aVolunteer().livingAt(3041))
                .with(aVolunteer("W-2").livingAt(3021))
                .with(aVolunteer("W-3").livingAt(3039))
                .build());

        assertThat(candidates.getRequest(request("V-2"))).as("further south").isZero();
        assertThat(candidates.asking(1).request().id()).isEqualTo(request("V-1"));
        assertThat(candidates.getVolunteer(volunteer("W-1"))).isEqualTo(2);
        assertThat(candidates.offering(0).volunteer().id()).isEqualTo(volunteer("W-2"));
        assertThat(candidates.problem().pairStart()).containsExactly(0, 1, 3);
        assertThat(candidates.problem().pairVolunteer()).containsExactly(0, 1, 2);
        assertThat(candidates.findPair(1, 2)).hasValue(2);
        assertThat(candidates.findPair(1, 0)).isEmpty();
    }

    @Test
    void aPairingUnderWayIsTheOnlyPairOfItsRequestAndWhatIsWrongWithItIsAWarning() {
        Candidates candidates = Candidates.find(aNight().with(aRequest().asking("3.5"))
                .with(aVolunteer())
                .with(aVolunteer("W-2").unscreened().having("3").forFamilies(0))
                .fixed("V-1", "W-2", "sun-evening mon-morning", TRIAL)
                .build());
        Problem problem = candidates.problem();
        int w2 = candidates.getVolunteer(volunteer("W-2"));

        assertThat(problem.pairVolunteer()).containsExactly(w2);
        assertThat(problem.fixedPair()).containsExactly(0);
        assertThat(problem.requestSlots()).containsExactly(2);
        assertThat(problem.fixedDayParts())
                .containsExactly(DayParts.parse("sun-evening mon-morning").bits());
        assertThat(problem.volunteerNumberLimit()[w2]).isEqualTo(1);
        assertThat(problem.volunteerHoursLimit()[w2]).isEqualTo(14);
        assertThat(candidates.warnings().stream().map(Sentences.dutch()::say))
                .containsExactly(
                        "De lopende koppeling van vraag V-1 met vrijwilliger W-2 voldoet niet meer aan een regel:"
                                + " Er is geen geldige VOG bekend.",
                        "De lopende koppeling van vraag V-1 met vrijwilliger W-2 voldoet niet meer aan een regel:"
                                + " Nodig: 3,5 uur per week. De vrijwilliger heeft maar 3 uur.");
    }

    @Test
    void aDayPartPromisedTwiceCountsForTheFirstPairing() {
        Candidates candidates = Candidates.find(aNight().with(aFamily())
                .with(aFamily("F-2"))
                .with(aRequest())
                .with(aRequest("V-2").of("F-2"))
                .with(aVolunteer().forFamilies(2))
                .running("V-1", "W-1", "wed-afternoon")
                .running("V-2", "W-1", "wed-afternoon sat-morning")
                .build());

        int second = candidates.getRequest(request("V-2"));
        assertThat(candidates.problem().fixedDayParts()[second])
                .isEqualTo(DayParts.parse("sat-morning").bits());
        assertThat(candidates.problem().requestSlots()[second]).isEqualTo(1);
        assertThat(candidates.warnings().stream().map(Sentences.english()::say))
                .containsExactly("In the pairing under way of request V-2 with volunteer W-1 a day-part is promised"
                        + " that was already promised elsewhere.");
    }

    @Test
    void introductionsUnderWayTakeUpRoomAndAProgrammeWithRoomEnoughSetsNoLimit() {
        ANight night = aNight().with(aFamily())
                .with(aRequest())
                .with(aRequest("V-2"))
                .with(aRequest("V-3"))
                .with(aRequest("V-4"))
                .with(aVolunteer())
                .with(aVolunteer("W-2"))
                .fixed("V-4", "W-2", "sat-morning", ACCEPTED);

        assertThat(Candidates.find(night.with(aProgramme().introducing(3)).build())
                        .problem()
                        .groupLimit())
                .containsExactly(2);

        Problem roomy = Candidates.find(night.clearProgrammes()
                        .with(aProgramme().introducing(4))
                        .build())
                .problem();
        assertThat(roomy.groupLimit()).isEmpty();
        assertThat(roomy.requestGroup()).containsOnly(-1);
    }

    @Test
    void twoRequestsOfAFamilyInteract() {
        Problem problem = Candidates.find(aNight().with(aProgramme().weighing("same-language", 7))
                        .with(aFamily())
                        .with(aFamily("F-2"))
                        .with(aRequest())
                        .with(aRequest("V-2").of("F-2"))
                        .with(aRequest("V-3"))
                        .with(aVolunteer())
                        .build())
                .problem();

        assertThat(problem.interactions()).containsExactly(new Problem.Interaction(0, 2, 7000));
    }

    @Test
    void weightsHoursAndLimitsAreThoseOfThePeople() {
        ANight night = aNight().with(aRequest().asking("2.25").heavy().on(2, "wed-afternoon sat-morning mon-night"))
                .with(aVolunteer().having("5.5").forFamilies(3));
        Candidates candidates = Candidates.find(night.build());
        Problem problem = candidates.problem();

        assertThat(problem.requestWeight())
                .containsExactly(RequestWeight.of(candidates.asking(0).request(), ANight.DAY));
        assertThat(problem.requestSlots()).containsExactly(2);
        assertThat(problem.requestHeavy()).containsExactly(true);
        assertThat(problem.pairHours()).containsExactly(9);
        assertThat(problem.volunteerHoursLimit()).containsExactly(22);
        assertThat(problem.volunteerNumberLimit()).containsExactly(3);
        assertThat(problem.volunteerHeavyLimit()).containsExactly(1);
        assertThat(problem.pairDayParts())
                .containsExactly(DayParts.parse("wed-afternoon sat-morning").bits());
    }

    @Test
    void theFunnelCountsWhoFallsAtWhichRule() {
        Candidates candidates = Candidates.find(aNight().with(aFamily().speaking("tir"))
                .with(aRequest())
                .with(aVolunteer("W-1").paused())
                .with(aVolunteer("W-2").paused().unscreened())
                .with(aVolunteer("W-3").travelling(400).livingAt(3022))
                .with(aVolunteer("W-4"))
                .with(aVolunteer("W-5"))
                .with(aVolunteer("W-6"))
                .with(aVolunteer("W-7").speaking("tir:B1"))
                .build());

        assertThat(candidates.funnel(0))
                .isEqualTo(new Funnel(
                        7,
                        List.of(
                                new Funnel.Fall("active", 2),
                                new Funnel.Fall("travel-limit", 1),
                                new Funnel.Fall("shared-language", 3)),
                        1));
        assertThat(candidates.obstacles(0, candidates.getVolunteer(volunteer("W-2"))))
                .containsExactly("active", "screening-valid", "shared-language");
    }
}
