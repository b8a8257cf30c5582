package nl.koppelwerk.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.solver.search.PairOrder;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

class RegionsTest {

    private final Problem town = Towns.of(300, 4);
    private final PairOrder order = PairOrder.byValue(town);
    private final Plan greedy = greedy();

    @Test
    void noRequestAndNoVolunteerIsInTwoRegions() {
        List<Integer> requests = new ArrayList<>();
        List<Integer> volunteers = new ArrayList<>();
        for (SubProblem region : new Regions(town, order).cut(greedy, 70, 11)) {
            for (int r : region.request()) {
                requests.add(r);
            }
            for (int v : region.volunteer()) {
                volunteers.add(v);
            }
        }

        assertThat(requests).doesNotHaveDuplicates().hasSizeGreaterThan(town.requests() / 2);
        assertThat(volunteers).doesNotHaveDuplicates();
    }

    @Test
    void regionsPlannedAtTheSameTimeJoinToAPlanThatKeepsEveryRule() {
        PieceOptimiser pieces = new PieceOptimiser(1);
        Stopwatch stopwatch = new Stopwatch(Clock.systemUTC(), Duration.ofMinutes(5));
        Plan joined = new Plan(greedy.pair().clone(), greedy.dayParts().clone());

        for (SubProblem region : new Regions(town, order).cut(greedy, 70, 11)) {
            assertThat(PlanChecker.breaches(region.problem().validated(), region.cutFrom(greedy)))
                    .isEmpty();
            PairOrder local = PairOrder.byValue(region.problem());
            region.copyInto(
                    joined,
                    pieces.sweep(
                            region.problem(),
                            region.cutFrom(greedy),
                            local,
                            3,
                            stopwatch,
                            SimpleBound.of(region.problem()),
                            value -> {}));
        }

        assertThat(PlanChecker.breaches(town, joined)).isEmpty();
        assertThat(PlanChecker.value(town, joined)).isGreaterThan(PlanChecker.value(town, greedy));
    }

    private Plan greedy() {
        Ledger ledger = Opening.withFixedPairs(town).orElseThrow();
        Opening.fillGreedily(ledger, order);
        return ledger.plan();
    }
}
