package nl.koppelwerk.explain;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.DAY;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import nl.koppelwerk.example.ANight;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.sentence.Sentences;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Settings;
import org.junit.jupiter.api.Test;

class OvernightTest {
    private static final Settings SETTINGS = Settings.nightly(3).withThreads(2);

    @Test
    void everyProposalThatIsNotThereAgainIsToldWithTheReason() {
        ANight night = aNight().with(aFamily("F-1"))
                .with(aFamily("F-2").livingAt(3040))
                .with(aFamily("F-3").livingAt(3060))
                .with(aFamily("F-4").livingAt(3080))
                .with(aRequest("V-1").of("F-1"))
                .with(aRequest("V-2").of("F-2"))
                .with(aRequest("V-3").of("F-3"))
                .with(aRequest("V-4").of("F-4"))
                .with(aVolunteer("W-1"))
                .with(aVolunteer("W-2").livingAt(3040).paused())
                .with(aVolunteer("W-3").livingAt(3062))
                .proposedBefore("V-1", "W-1")
                .proposedBefore("V-2", "W-2")
                .proposedBefore("V-3", "W-7")
                .proposedBefore("V-9", "W-1");

        assertThat(Overnight.changes(match(night)).stream().map(Sentences.dutch()::say))
                .containsExactly(
                        "Voor Gezin F-2 is er nu geen voorstel meer.",
                        "Vrijwilliger W-2 was gisteren voorgesteld, maar kan niet meer: De vrijwilliger doet nu even niet mee.",
                        "Voor Gezin F-3 is nu Vrijwilliger W-3 voorgesteld.",
                        "De vrijwilliger van gisteren staat niet meer in de lijst.");
    }

    @Test
    void aVolunteerWhoIsNeededElsewhereIsSaidToBe() {
        ANight night = aNight().with(aFamily("F-1"))
                .with(aFamily("F-2"))
                .with(aRequest("V-1").of("F-1"))
                .with(aRequest("V-2").of("F-2").since(DAY.minusDays(90)))
                .with(aVolunteer("W-1"))
                .proposedBefore("V-1", "W-1");

        assertThat(Overnight.changes(match(night)).stream().map(Sentences.english()::say))
                .containsExactly(
                        "For Gezin F-1 there is no proposal any more.",
                        "Vrijwilliger W-1 was proposed last night, but is needed more by Gezin F-2 now, or fits better there.");
    }

    @Test
    void fairnessCostsFitWhereALongWaiterLivesFurtherAway() {
        ANight night = aNight().with(aFamily("F-1").livingAt(3029))
                .with(aFamily("F-2"))
                .with(aRequest("V-1").of("F-1").since(DAY.minusDays(700)))
                .with(aRequest("V-2").of("F-2").since(DAY))
                .with(aVolunteer("W-1"));

        PriceOfFairness price = PriceOfFairness.of(match(night), Clock.systemUTC(), SETTINGS);

        assertThat(price.served()).isEqualTo(1);
        assertThat(price.servedWithout()).isEqualTo(1);
        assertThat(price.weightSaved()).isEqualTo(6 * 700);
        assertThat(price.fitWithout() - price.fit())
                .as("8 of 15 km at weight 30")
                .isBetween(15_900L, 16_100L);
        assertThat(Sentences.dutch().say(price.sentence()))
                .startsWith("Door dringende vragen en lange wachters voor te laten gaan helpen we 1 vraag.");
    }

    private static Matched match(ANight night) {
        return new Matching(Clock.systemUTC()).propose(night.build(), SETTINGS, Progress.NONE);
    }
}
