package nl.koppelwerk.fit;

import static nl.koppelwerk.example.ANight.DAY;
import static nl.koppelwerk.example.ARequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.domain.family.Urgency;
import org.junit.jupiter.api.Test;

class RequestWeightTest {
    @Test
    void aRequestWeighsMoreEachDayItWaits() {
        assertThat(weight(Urgency.NORMAL, 0)).isEqualTo(1000);
        assertThat(weight(Urgency.RAISED, 7)).isEqualTo(1642);
        assertThat(weight(Urgency.HIGH, 31)).isEqualTo(2686);
    }

    @Test
    void aNormalRequestOutweighsAnUrgentOneOfTodayAfter250Days() {
        assertThat(weight(Urgency.NORMAL, 249)).isLessThan(weight(Urgency.HIGH, 0));
        assertThat(weight(Urgency.NORMAL, 251)).isGreaterThan(weight(Urgency.HIGH, 0));
    }

    @Test
    void theLongestWaitOutweighsFourUrgentRequestsOfTodayAndGrowsNoFurther() {
        assertThat(weight(Urgency.NORMAL, 1825)).isEqualTo(11_950).isGreaterThan(4 * weight(Urgency.HIGH, 0));
        assertThat(weight(Urgency.NORMAL, 5000)).isEqualTo(11_950);
    }

    @Test
    void aRequestFromTomorrowHasNotWaited() {
        assertThat(weight(Urgency.NORMAL, -3)).isEqualTo(1000);
    }

    private static long weight(Urgency urgency, int days) {
        return RequestWeight.of(
                aRequest().urgency(urgency).since(DAY.minusDays(days)).build(), DAY);
    }
}
