package nl.koppelwerk.domain.pairing;

import static nl.koppelwerk.domain.pairing.Step.ACCEPTED;
import static nl.koppelwerk.domain.pairing.Step.AFTERCARE;
import static nl.koppelwerk.domain.pairing.Step.ENDED;
import static nl.koppelwerk.domain.pairing.Step.INTRODUCTION;
import static nl.koppelwerk.domain.pairing.Step.PROPOSED;
import static nl.koppelwerk.domain.pairing.Step.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.junit.jupiter.api.Test;

class StepTest {
    @Test
    void aPairingGoesOneStepAtATimeAndCanAlwaysEnd() {
        assertThat(PROPOSED.mayGoTo(ACCEPTED)).isTrue();
        assertThat(PROPOSED.mayGoTo(INTRODUCTION)).isFalse();
        assertThat(TRIAL.mayGoTo(INTRODUCTION)).isFalse();
        assertThat(TRIAL.mayGoTo(ENDED)).isTrue();
        assertThat(ENDED.mayGoTo(ENDED)).isFalse();
    }

    @Test
    void theNightLeavesAloneWhatSomebodyIsTalkingAbout() {
        assertThat(Step.FIXED).contains(ACCEPTED, TRIAL).doesNotContain(PROPOSED, AFTERCARE, ENDED);
    }

    @Test
    void aPassingBlockEndsOnItsDay() {
        LocalDate day = LocalDate.of(2026, 12, 19);
        Block passing = new Block(new FamilyId(new UUID(0, 1)), new VolunteerId(new UUID(0, 2)), Optional.of(day));

        assertThat(passing.holdsOn(day.minusDays(1))).isTrue();
        assertThat(passing.holdsOn(day)).isFalse();
        assertThat(new Block(passing.family(), passing.volunteer(), Optional.empty()).holdsOn(day))
                .isTrue();
    }
}
