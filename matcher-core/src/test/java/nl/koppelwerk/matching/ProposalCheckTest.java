package nl.koppelwerk.matching;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ANight.request;
import static nl.koppelwerk.example.ANight.volunteer;
import static nl.koppelwerk.example.AProgramme.aProgramme;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.example.ANight;
import nl.koppelwerk.sentence.Sentences;
import org.junit.jupiter.api.Test;

class ProposalCheckTest {
    private static final String WEDNESDAY = "wed-afternoon";
    private static final String SATURDAY = "sat-morning";

    private final ANight night = aNight().with(aFamily("F-1"))
            .with(aFamily("F-2"))
            .with(aFamily("F-3"))
            .with(aRequest("V-1").of("F-1"))
            .with(aRequest("V-2").of("F-2"))
            .with(aRequest("V-3").of("F-3"))
            .with(aRequest("V-4").of("F-1"));

    @Test
    void proposalsThatKeepEveryRulePass() {
        night.with(aVolunteer("W-1").forFamilies(2)).with(aVolunteer("W-2"));

        assertThat(breaches(
                        promise("V-1", "W-1", WEDNESDAY),
                        promise("V-2", "W-1", SATURDAY),
                        promise("V-4", "W-2", SATURDAY)))
                .isEmpty();
    }

    @Test
    void everyPairRuleIsCheckedAgain() {
        night.with(aVolunteer("W-1").unscreened().paused());

        assertThat(breaches(promise("V-1", "W-1", WEDNESDAY)))
                .containsExactly(
                        "Vraag V-1 en vrijwilliger W-1 mogen niet: De vrijwilliger doet nu even niet mee.",
                        "Vraag V-1 en vrijwilliger W-1 mogen niet: Er is geen geldige VOG bekend.");
    }

    @Test
    void aRequestGetsOneVolunteer() {
        night.with(aVolunteer("W-1")).with(aVolunteer("W-2"));

        assertThat(breaches(promise("V-2", "W-1", WEDNESDAY), promise("V-2", "W-2", SATURDAY)))
                .containsExactly("Vraag V-2 heeft meer dan één vrijwilliger.");
    }

    @Test
    void theDayPartsAreAsManyAsAskedAndSuitBoth() {
        night.with(aVolunteer("W-1").availableOn("wed-afternoon sat-morning sun-night"));

        assertThat(breaches(promise("V-1", "W-1", "sun-night sat-morning")))
                .containsExactly(
                        "Vraag V-1 en vrijwilliger W-1: 2 dagdelen beloofd, 1 nodig.",
                        "Vraag V-1 en vrijwilliger W-1 kunnen niet allebei op: zondagnacht.");
    }

    @Test
    void aVolunteerGetsNoMoreFamiliesThanTheyWantPairingsUnderWayIncluded() {
        night.with(aVolunteer("W-1").forFamilies(1)).running("V-3", "W-1", WEDNESDAY);

        assertThat(breaches(promise("V-1", "W-1", SATURDAY)))
                .containsExactly("Vrijwilliger W-1 krijgt 2 gezinnen en wil er hoogstens 1.");
    }

    @Test
    void aVolunteerGetsNoMoreHoursThanTheyHave() {
        night.with(aVolunteer("W-1").forFamilies(3).having("3.5"));

        assertThat(breaches(promise("V-1", "W-1", SATURDAY), promise("V-2", "W-1", WEDNESDAY)))
                .containsExactly("Vrijwilliger W-1 krijgt 16 kwartieren per week en heeft er 14.");
    }

    @Test
    void aVolunteerGetsOneHeavyCase() {
        night.with(aRequest("V-5").of("F-2").heavy())
                .with(aRequest("V-6").of("F-3").heavy())
                .with(aVolunteer("W-1").forFamilies(3));

        assertThat(breaches(promise("V-5", "W-1", SATURDAY), promise("V-6", "W-1", WEDNESDAY)))
                .containsExactly("Vrijwilliger W-1 krijgt 2 gezinnen met een zware hulpvraag. Hoogstens 1 mag.");
    }

    @Test
    void noDayPartIsPromisedTwiceByAVolunteerOrToAFamily() {
        night.with(aVolunteer("W-1").forFamilies(2)).with(aVolunteer("W-2")).running("V-3", "W-1", WEDNESDAY);

        assertThat(breaches(promise("V-1", "W-1", WEDNESDAY), promise("V-4", "W-2", WEDNESDAY)))
                .containsExactly(
                        "Vraag V-1: vrijwilliger W-1 is op dat dagdeel al ergens anders.",
                        "Vraag V-4: het gezin heeft op dat dagdeel al een andere vrijwilliger.");
    }

    @Test
    void aProgrammeProposesNoMoreIntroductionsThanItHasRoomFor() {
        night.with(aProgramme().introducing(2))
                .with(aVolunteer("W-1"))
                .with(aVolunteer("W-2"))
                .with(aVolunteer("W-3"))
                .fixed("V-3", "W-3", WEDNESDAY, Step.ASKED);

        assertThat(breaches(promise("V-1", "W-1", WEDNESDAY), promise("V-2", "W-2", SATURDAY)))
                .containsExactly("Programma MAATJE: 2 voorstellen, maar ruimte voor 1 kennismaking deze week.");
    }

    @Test
    void proposalsThatFillEveryLimitExactlyPass() {
        night.with(aProgramme().introducing(3))
                .with(aRequest("V-5").of("F-2").heavy().on(1, "mon-morning"))
                .with(aVolunteer("W-1").forFamilies(2).having("4").availableOn("mon-morning wed-afternoon"))
                .with(aVolunteer("W-2"))
                .fixed("V-3", "W-2", WEDNESDAY, Step.ACCEPTED);

        assertThat(breaches(promise("V-5", "W-1", "mon-morning"), promise("V-1", "W-1", WEDNESDAY)))
                .isEmpty();
    }

    @Test
    void aProgrammeWithoutRoomProposesNothing() {
        night.with(aProgramme().introducing(0)).with(aVolunteer("W-1"));

        assertThat(breaches()).isEmpty();
        assertThat(breaches(promise("V-1", "W-1", WEDNESDAY)))
                .containsExactly("Programma MAATJE: 1 voorstel, maar ruimte voor 0 kennismakingen deze week.");
    }

    @Test
    void somebodyUnknownIsRefused() {
        assertThatThrownBy(() -> breaches(promise("V-1", "W-9", WEDNESDAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(volunteer("W-9").toString());
    }

    private static Promise promise(String request, String volunteer, String dayParts) {
        return new Promise(request(request), volunteer(volunteer), DayParts.parse(dayParts));
    }

    private List<String> breaches(Promise... proposals) {
        return ProposalCheck.breaches(night.build(), Arrays.asList(proposals)).stream()
                .map(Sentences.dutch()::say)
                .toList();
    }
}
