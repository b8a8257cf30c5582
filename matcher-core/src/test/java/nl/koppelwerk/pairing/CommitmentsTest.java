package nl.koppelwerk.pairing;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.AProgramme.ORGANISATION;
import static nl.koppelwerk.example.AProgramme.aProgramme;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.example.ANight;
import nl.koppelwerk.example.AProgramme;
import nl.koppelwerk.example.ARequest;
import nl.koppelwerk.example.AVolunteer;
import org.junit.jupiter.api.Test;

/** Volunteer Jan and family Bos are in something already; may Jan take on request new-1 of family Bos as well? */
class CommitmentsTest {
    private static final String WEEK = "tue-morning wed-afternoon thu-evening sat-morning";

    private AProgramme programme = aProgramme();
    private AVolunteer jan = aVolunteer("jan").having("7.5").forFamilies(3).availableOn(WEEK);
    private ARequest asked = aRequest("new-1").of("bos").asking("2.5").on(1, WEEK);
    private ARequest running = aRequest("old-1").of("smit").asking("4").on(1, WEEK);

    @Test
    void anotherFamilyOnAnotherDayPartIsNoObstacle() {
        assertThat(commitments(night().running("old-1", "jan", "sat-morning")).obstacle())
                .isEmpty();
    }

    @Test
    void asManyFamiliesAsAgreedIsFull() {
        jan = jan.forFamilies(1);

        assertThat(commitments(night().running("old-1", "jan", "sat-morning")).obstacle())
                .contains(new Refusal.VolunteerFull(1));
    }

    @Test
    void hoursPromisedToOthersAreNotLeft() {
        running = running.asking("5.25");

        assertThat(commitments(night().running("old-1", "jan", "sat-morning")).obstacle())
                .contains(new Refusal.HoursUsedUp(Hours.parse("2.25"), Hours.parse("2.5")));
    }

    @Test
    void oneHeavyCaseIsTheMost() {
        running = running.heavy();
        assertThat(commitments(night().running("old-1", "jan", "sat-morning")).obstacle())
                .isEmpty();

        asked = asked.heavy();
        assertThat(commitments(night().running("old-1", "jan", "sat-morning")).obstacle())
                .contains(new Refusal.HeavyAlready());
    }

    @Test
    void theVolunteerIsNotInTwoPlacesAtOnce() {
        assertThat(commitments(night().running("old-1", "jan", "wed-afternoon")).obstacle())
                .contains(new Refusal.VolunteerElsewhere(DayParts.parse("wed-afternoon")));
    }

    @Test
    void theFamilyDoesNotGetTwoVisitorsOnOneDayPart() {
        running = running.of("bos");

        assertThat(commitments(night().running("old-1", "els", "wed-afternoon")).obstacle())
                .contains(new Refusal.FamilyElsewhere(DayParts.parse("wed-afternoon")));
        assertThat(commitments(night().running("old-1", "els", "tue-morning")).obstacle())
                .isEmpty();
    }

    @Test
    void dayPartsThatNoLongerSuitOrAreTooFewAreRefused() {
        jan = jan.availableOn("tue-morning sat-morning");
        assertThat(commitments(night()).obstacle()).contains(new Refusal.TimesChanged());

        jan = jan.availableOn(WEEK);
        asked = asked.on(2, WEEK);
        assertThat(commitments(night()).obstacle()).contains(new Refusal.TimesChanged());
    }

    @Test
    void whatHasEndedTakesNothingAndAVolunteerHeldForAnotherFamilyIsTaken() {
        jan = jan.forFamilies(1);

        assertThat(commitments(night().fixed("old-1", "jan", "wed-afternoon", Step.AFTERCARE))
                        .obstacle())
                .isEmpty();
        assertThat(commitments(night().fixed("old-1", "jan", "wed-afternoon", Step.PROPOSED))
                        .obstacle())
                .contains(new Refusal.VolunteerFull(1));
    }

    @Test
    void everythingInTheWayIsNamedAndTheFreeDayPartsAreKnown() {
        jan = jan.forFamilies(1);
        running = running.asking("5.25");
        Commitments commitments = commitments(night().running("old-1", "jan", "wed-afternoon"));

        assertThat(commitments.obstacles())
                .containsExactly(
                        new Refusal.VolunteerFull(1),
                        new Refusal.HoursUsedUp(Hours.parse("2.25"), Hours.parse("2.5")),
                        new Refusal.VolunteerElsewhere(DayParts.parse("wed-afternoon")));
        assertThat(commitments.free()).isEqualTo(DayParts.parse("tue-morning thu-evening sat-morning"));
    }

    private ANight night() {
        return aNight().with(programme)
                .with(aFamily("bos"))
                .with(aFamily("smit"))
                .with(jan)
                .with(aVolunteer("els").availableOn(WEEK))
                .with(asked)
                .with(running);
    }

    @Test
    void moreIntroductionsThanTheProgrammeHoldsInAWeekAreRefused() {
        programme = programme.introducing(3);

        assertThat(commitments(night(), 2).obstacle()).isEmpty();
        assertThat(commitments(night(), 3).obstacle()).contains(new Refusal.IntroductionsFull(3));
    }

    private static Commitments commitments(ANight night) {
        return commitments(night, 0);
    }

    private static Commitments commitments(ANight night, int introductionsUnderWay) {
        Pairing proposal = new Pairing(
                new PairingId(new UUID(3, 8)),
                ORGANISATION,
                ANight.request("new-1"),
                ANight.volunteer("jan"),
                DayParts.parse("wed-afternoon"),
                Step.PROPOSED,
                4);
        return new Commitments(night.build(), proposal, introductionsUnderWay);
    }
}
