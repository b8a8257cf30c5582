package nl.koppelwerk.explain.unpaired;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ANight.request;
import static nl.koppelwerk.example.AProgramme.aProgramme;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import nl.koppelwerk.example.ANight;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.sentence.Sentences;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Settings;
import org.junit.jupiter.api.Test;

class RepairsTest {
    private static final Settings SETTINGS = Settings.nightly(3).withThreads(2);

    private final ANight night = aNight().with(aFamily("F-1").speaking("tir"))
            .with(aFamily("F-2").speaking("tir").livingAt(3023))
            .with(aFamily("F-3").speaking("tir").livingAt(3025))
            .with(aFamily("F-4").speaking("pol").livingAt(3050))
            .with(aRequest("V-1").of("F-1").on(1, "wed-afternoon"))
            .with(aRequest("V-2").of("F-2").on(1, "wed-afternoon thu-evening"))
            .with(aRequest("V-3").of("F-3").on(1, "thu-evening wed-afternoon"))
            .with(aRequest("V-4").of("F-4"));

    @Test
    void theRepairThatServesMostComesFirstAndIsVerified() {
        night.with(aVolunteer("W-1"));

        List<Repair> repairs = new Repairs(match(), Clock.systemUTC(), SETTINGS).cheapest(3);

        assertThat(repairs.stream().map(repair -> Sentences.dutch().say(repair.sentence())))
                .containsExactly(
                        "Een maatje die Tigrinya spreekt, binnen 5,0 km van 3021 woont en kan op woensdagmiddag en"
                                + " donderdagavond, zou 2 vragen helpen die nu niemand hebben.",
                        "Een maatje die Pools spreekt, binnen 5,0 km van 3050 woont en kan op woensdagmiddag, zou 1"
                                + " vraag helpen die nu niemand heeft.");
        assertThat(Sentences.english().say(repairs.get(1).sentence()))
                .isEqualTo("A buddy who speaks Polish, lives within 5.0 km of 3050 and can come on Wednesday"
                        + " afternoon, would serve 1 request that has nobody now.");
    }

    @Test
    void aProgrammeWithoutRoomForIntroductionsCannotBeRepairedByVolunteers() {
        night.with(aProgramme().introducing(0)).with(aVolunteer("W-1"));

        assertThat(new Repairs(match(), Clock.systemUTC(), SETTINGS).cheapest(3))
                .isEmpty();
    }

    @Test
    void whoNearlySuitsIsNamedWithWhatIsInTheWay() {
        night.with(aVolunteer("W-1").speaking("tir").unscreened().paused())
                .with(aVolunteer("W-2").speaking("tir").livingAt(3024).unscreened())
                .with(aVolunteer("W-3").livingAt(3023))
                .with(aVolunteer("W-4").speaking("tir").forFamilies(0).unscreened());

        List<NearMiss> close = NearMiss.of(match(), request("V-1"), 2);

        assertThat(close).extracting(miss -> miss.volunteer().reference()).containsExactly("W-3", "W-2");
        assertThat(close.get(1).sentences().stream().map(Sentences.dutch()::say))
                .containsExactly(
                        "Vrijwilliger W-2 heeft nog ruimte, maar past op 1 punt niet:",
                        "Er is geen geldige VOG bekend.");
    }

    @Test
    void whatAVolunteerCouldDoIsTriedAndTheLeastThatIsAskedComesFirst() {
        night.with(aVolunteer("W-1").speaking("tir").livingAt(3023).availableOn("sun-night"))
                .with(aVolunteer("W-2")
                        .speaking("tir")
                        .livingAt(3024)
                        .unscreened()
                        .availableOn("sun-night"))
                .with(aVolunteer("W-3").speaking("pol").livingAt(3023).availableOn("sun-night"))
                .with(aVolunteer("W-4").speaking("tir").forFamilies(0));

        List<SmallRepair> repairs = new SmallRepairs(match(), Clock.systemUTC(), SETTINGS).of(request("V-1"), 5);

        assertThat(repairs.stream().map(repair -> Sentences.dutch().say(repair.sentence())))
                .containsExactly(
                        "Als Vrijwilliger W-1 ook kan op woensdagmiddag, is er iemand. Niemand anders verliest daardoor"
                                + " iets.",
                        "Als Vrijwilliger W-4 1 gezin aankan, is er iemand. Niemand anders verliest daardoor iets.",
                        "Als Vrijwilliger W-2 ook kan op woensdagmiddag en een geldige VOG heeft, is er iemand. Niemand"
                                + " anders verliest daardoor iets.");
    }

    @Test
    void aRequestThatHasSomebodyNeedsNoRepair() {
        night.with(aVolunteer("W-1").speaking("tir").availableOn("wed-afternoon"));

        assertThat(new SmallRepairs(match(), Clock.systemUTC(), SETTINGS).of(request("V-1"), 5))
                .isEmpty();
    }

    private Matched match() {
        return new Matching(Clock.systemUTC()).propose(night.build(), SETTINGS, Progress.NONE);
    }
}
