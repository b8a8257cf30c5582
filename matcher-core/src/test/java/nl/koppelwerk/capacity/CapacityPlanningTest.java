package nl.koppelwerk.capacity;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.AProgramme.aProgramme;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.example.ANight;
import org.junit.jupiter.api.Test;

class CapacityPlanningTest {
    private static final int YEARS = 52 * 3;

    /** One waits, two come each week with two volunteers, and all can be introduced: 1 + 2 × 26 in half a year. */
    @Test
    void whereAllCanBeIntroducedNobodyWaits() {
        Course asNow = course(Scenario.AS_NOW, recorded(2, 2, 4, 2), 2);

        assertThat(asNow.introduced()).isEqualTo(53);
        assertThat(asNow.waiting()).hasSize(27).startsWith(1, 0, 0).endsWith(0);
        assertThat(asNow.waitOf(1)).isEqualTo(1);
    }

    /**
     * Two come each week and two can be introduced: the one who waited stays one. When one of two coordinators leaves, one
     * can, so the k-th of the queue is helped in week k. It came in week k/2 (rounded), so who is helped waited 1 to 13
     * weeks, each twice; of the 27 who still wait one has waited 13 weeks and two each 12 to 0. Of 51 who waited a week 2
     * are helped in it, of 47 in the second, of 43, 39 ...: after ten weeks (49/51)(45/47) ... (13/15) = 48% still wait,
     * after thirteen 9%.
     */
    @Test
    void whatOneCoordinatorCannotHoldWaits() {
        List<Outlook> outlooks = new CapacityPlanning(
                        recorded(2, 2, 2, 2), new Question(10, 6, 2, 5), Clock.systemUTC())
                .play(share -> {});

        assertThat(outlooks).extracting(Outlook::scenario).containsExactly(Scenario.values());
        assertThat(outlooks.get(0).waiting()).hasSize(7).containsOnly(exactly(1));
        Outlook less = outlooks.get(3);
        assertThat(less.introduced()).isEqualTo(exactly(26));
        assertThat(less.waiting().getFirst()).isEqualTo(exactly(1));
        assertThat(less.waiting().getLast()).isEqualTo(exactly(27));
        assertThat(less.usualWait()).isEqualTo(exactly(10));
        assertThat(less.longWait()).isEqualTo(exactly(13));
        assertThat(outlooks.get(1).waiting().getLast()).isEqualTo(exactly(60));
    }

    private static Range exactly(double value) {
        return new Range(value, value, value);
    }

    /** Twelve places with three coordinators: twelve are helped and no more, eight when one has left. */
    @Test
    void whatTheStaffCanCarryIsALimitToo() {
        Recorded plenty = recorded(2, 2, 9, 3);
        Recorded twelve = new Recorded(
                plenty.now(),
                plenty.familiesByWeek(),
                plenty.volunteersByWeek(),
                plenty.stopsByWeek(),
                plenty.weeksOfHelp(),
                3,
                Map.of(plenty.now().programmes().getFirst().id(), 12));

        assertThat(course(Scenario.AS_NOW, twelve, 1).introduced()).isEqualTo(12);
        assertThat(course(Scenario.COORDINATOR_LESS, twelve, 1).introduced()).isEqualTo(8);
    }

    @Test
    void whoStillWaitsCountsAsLongAsTheyWereSeenToWait() {
        Course.Wait soon = new Course.Wait(0, 2, true);
        Course.Wait late = new Course.Wait(0, 9, true);
        Course.Wait unserved = new Course.Wait(0, 4, false);
        Course.Wait before = new Course.Wait(5, 8, true);

        assertThat(new Course(List.of(), List.of(soon, late), 2).waitOf(0.5)).isEqualTo(2);
        assertThat(new Course(List.of(), List.of(soon, late, unserved), 2).waitOf(0.5))
                .isEqualTo(9);
        assertThat(new Course(List.of(), List.of(soon, late, unserved, before), 3).waitOf(0.5))
                .isEqualTo(8);
        assertThat(new Course(List.of(), List.of(soon, unserved, unserved), 1).waitOf(0.9))
                .isEqualTo(4);
        assertThat(new Course(List.of(), List.of(), 0).waitOf(0.5)).isZero();
    }

    @Test
    void moreVolunteersNeverMakeTheMiddleFamilyWaitLonger() {
        Recorded recorded = recorded(2, 1, 9, 3);
        Course asNow = course(Scenario.AS_NOW, recorded, 1);
        for (int more : new int[] {1, 4, 13}) {
            Course helped = course(Scenario.MORE_VOLUNTEERS, recorded, more);

            assertThat(helped.waitOf(0.5)).isLessThanOrEqualTo(asNow.waitOf(0.5));
            assertThat(helped.waiting().getLast()).isLessThan(asNow.waiting().getLast());
        }
    }

    @Test
    void theSameSeedGivesTheSameAnswerAndAnotherSeedAnother() {
        Recorded recorded =
                withWeeks(List.of(0, 5, 1, 3, 0, 2, 4, 1, 0, 6, 2, 1), List.of(1, 0, 2, 3, 0, 1, 1, 0, 2, 1, 0, 1));

        List<Double> shares = new ArrayList<>();
        List<Outlook> first = play(recorded, 7, shares::add);

        assertThat(play(recorded, 7, share -> {})).isEqualTo(first);
        assertThat(play(recorded, 8, share -> {})).isNotEqualTo(first);
        assertThat(first.getFirst().waiting().getLast().low())
                .isLessThan(first.getFirst().waiting().getLast().high());
        assertThat(shares).hasSize(8).isSorted().endsWith(1.0);
    }

    private static List<Outlook> play(Recorded recorded, long seed, DoubleConsumer progress) {
        return new CapacityPlanning(recorded, new Question(10, 6, 2, seed), Clock.systemUTC()).play(progress);
    }

    @Test
    void fromTooLittleNothingIsMadeUp() {
        Recorded little = withWeeks(List.of(0, 3, 2), List.of(1, 1, 1));

        assertThat(little.isEnough()).isFalse();
        assertThatThrownBy(() -> new CapacityPlanning(little, new Question(10, 6, 2, 1), Clock.systemUTC()))
                .hasMessageContaining("3 weeks, 5 families, 3 volunteers");
    }

    /** One family waits, pairings outlast the plan, and every week is alike. */
    private static Recorded recorded(int families, int volunteers, int introductions, int coordinators) {
        return new Recorded(
                town(introductions),
                Collections.nCopies(20, families),
                Collections.nCopies(20, volunteers),
                List.of(),
                List.of(YEARS),
                coordinators,
                Map.of());
    }

    private static Recorded withWeeks(List<Integer> families, List<Integer> volunteers) {
        return new Recorded(town(3), families, volunteers, List.of(0, 1, 0, 0), List.of(5, 20, 40), 2, Map.of());
    }

    private static Snapshot town(int introductions) {
        ANight night = aNight().with(aProgramme().introducing(introductions))
                .with(aFamily("F-1"))
                .with(aRequest("V-1").of("F-1").since(ANight.DAY))
                .with(aVolunteer("W-1"));
        return night.build();
    }

    private static Course course(Scenario scenario, Recorded recorded, int more) {
        return new CapacityPlanning(recorded, new Question(more, 6, 2, 5), Clock.systemUTC()).course(scenario, 0);
    }
}
