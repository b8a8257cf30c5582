package nl.koppelwerk.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.solver.search.PairOrder;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

class ReplannerTest {

    private final Problem town = Towns.of(120, 9);
    private final Replanner replanner = new Replanner(town, greedy(town), 5);

    @Test
    void aDeclinedPairIsNotTakenAgainAndTheRequestGetsAnotherWhereThereIsOne() {
        int request = firstServedWithChoice();
        int declined = replanner.plan().pair()[request];

        Replanner.Repair repair = replanner.decline(request, declined);

        assertThat(replanner.plan().pair()[request]).isNotEqualTo(declined).isNotNegative();
        assertThat(repair.changed()).contains(request);
        assertThat(repair.after()).isEqualTo(PlanChecker.value(town, replanner.plan()));
    }

    @Test
    void aForcedPairIsTakenWhoeverHasToMakeWayAndIsKept() {
        int request = firstServedWithChoice();
        int other = town.pairsFrom(request) == replanner.plan().pair()[request]
                ? town.pairsFrom(request) + 1
                : town.pairsFrom(request);

        Optional<Replanner.Repair> repair = replanner.force(request, other);
        replanner.leave((town.pairVolunteer()[other] + 1) % town.volunteers());

        assertThat(repair).isPresent();
        assertThat(replanner.plan().pair()[request]).isEqualTo(other);
    }

    @Test
    void aVolunteerWhoLeavesHelpsNobody() {
        int gone = town.pairVolunteer()[replanner.plan().pair()[firstServedWithChoice()]];

        replanner.leave(gone);

        for (int pair : replanner.plan().pair()) {
            assertThat(pair < 0 || town.pairVolunteer()[pair] != gone).isTrue();
        }
    }

    @Test
    void everyPlanOnTheWayKeepsEveryRule() {
        SplittableRandom random = new SplittableRandom(61);
        for (int i = 0; i < 200; i++) {
            int request = random.nextInt(town.requests());
            int pairs = town.pairsEnd(request) - town.pairsFrom(request);
            if (pairs > 0) {
                int pair = town.pairsFrom(request) + random.nextInt(pairs);
                if (i % 3 == 0) {
                    replanner.force(request, pair);
                } else {
                    replanner.decline(request, pair);
                }
            }
            assertThat(PlanChecker.breaches(town, replanner.plan())).isEmpty();
        }
    }

    private int firstServedWithChoice() {
        Plan plan = replanner.plan();
        int r = 0;
        while (plan.pair()[r] < 0 || town.isFixed(r) || town.pairsEnd(r) - town.pairsFrom(r) < 5) {
            r++;
        }
        return r;
    }

    private static Plan greedy(Problem problem) {
        Ledger ledger = Opening.withFixedPairs(problem).orElseThrow();
        Opening.fillGreedily(ledger, PairOrder.byValue(problem));
        return ledger.plan();
    }
}
