package nl.koppelwerk.solver.timefold;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.test.ConstraintVerifier;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.time.Duration;
import java.util.SplittableRandom;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.solver.search.PairOrder;
import nl.koppelwerk.trial.RandomProblems;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

/** The fast score is the readable one: on plans that break rules of every kind, and all through a search. */
class LedgerScoreTest {

    private final ConstraintVerifier<PlacementConstraints, PlacementPlan> verifier =
            ConstraintVerifier.build(new PlacementConstraints(), PlacementPlan.class, Placement.class);

    @Test
    void equalsTheConstraintStreamsOnRandomWalks() {
        RandomProblems problems = new RandomProblems(83);
        SplittableRandom random = new SplittableRandom(29);
        int broken = 0;
        for (int i = 0; i < 60; i++) {
            Problem problem = problems.next(9, 4);
            Desk desk = new Desk(problem, new Ledger(problem), null);
            LedgerScore score = new LedgerScore();
            PlacementPlan plan = desk.toPlacements(new Ledger(problem).plan());
            score.resetWorkingSolution(plan);
            for (int step = 0; step < 40; step++) {
                changeOne(desk, plan, score, problem, random);
            }
            HardMediumSoftScore fast = score.calculateScore();

            verifier.verifyThat().givenSolution(plan).scores(fast);
            broken += fast.hardScore() < 0 ? 1 : 0;
        }
        assertThat(broken).isBetween(20, 60);
    }

    @Test
    void aSearchWithEveryAssertionSwitchedOnFindsNoDifference() {
        Problem town = Towns.of(40, 3);
        Ledger ledger = Opening.withFixedPairs(town).orElseThrow();
        Opening.fillGreedily(ledger, PairOrder.byValue(town));
        PlanValue greedy = ledger.value();
        TimefoldSearch.Limits limits =
                new TimefoldSearch.Limits(60, Duration.ofMinutes(5), new PlanValue(Long.MAX_VALUE, Long.MAX_VALUE));

        Plan plan = new TimefoldSearch(EnvironmentMode.FULL_ASSERT)
                .improve(town, ledger.plan(), PairOrder.byValue(town), 17, limits, value -> {});

        assertThat(PlanChecker.breaches(town, plan)).isEmpty();
        assertThat(PlanChecker.value(town, plan)).isGreaterThan(greedy);
    }

    private static void changeOne(
            Desk desk, PlacementPlan plan, LedgerScore score, Problem problem, SplittableRandom random) {
        int r = random.nextInt(problem.requests());
        Placement placement = plan.getPlacements().get(r);
        int pairs = problem.pairsEnd(r) - problem.pairsFrom(r);
        int pair = pairs == 0 || random.nextInt(4) == 0 ? -1 : problem.pairsFrom(r) + random.nextInt(pairs);
        long dayParts = pair < 0 ? 0 : someOf(problem.pairDayParts()[pair], problem.requestSlots()[r], random);
        boolean enough = pair >= 0 && Long.bitCount(dayParts) == problem.requestSlots()[r];
        score.beforeVariableChanged(placement, "choice");
        placement.setChoice(enough ? desk.choice(pair, dayParts) : null);
        score.afterVariableChanged(placement, "choice");
    }

    private static long someOf(long possible, int count, SplittableRandom random) {
        long chosen = possible;
        while (Long.bitCount(chosen) > count) {
            chosen &= ~(1L << random.nextInt(Long.SIZE));
        }
        return chosen;
    }
}
