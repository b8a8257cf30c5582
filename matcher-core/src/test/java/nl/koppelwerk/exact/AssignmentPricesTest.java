package nl.koppelwerk.exact;

import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.bound.BoundSearch;
import nl.koppelwerk.bound.PricedBound;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.trial.BruteForce;
import nl.koppelwerk.trial.GeneralisedAssignments;
import org.junit.jupiter.api.Test;

class AssignmentPricesTest {

    @Test
    void noPlanExceedsTheBoundOfThePricesOrOfBetterOnesNearThem() {
        int tried = 0;
        for (int seed = 1; seed <= 12; seed++) {
            for (char type : new char[] {'C', 'D', 'E'}) {
                Problem problem = GeneralisedAssignments.of(type, 3, 8, seed).toProblem();
                BruteForce.Best best = BruteForce.best(problem);
                if (best.first() == problem.requests()) {
                    Prices prices =
                            AssignmentPrices.of(problem, 60_000).orElseThrow().prices();
                    Prices near = new BoundSearch(problem, 60).near(prices, best.first());
                    long bound = PricedBound.secondBound(problem, prices, best.first());

                    assertThat(bound).as("%s %d", type, seed).isGreaterThanOrEqualTo(best.second());
                    assertThat(PricedBound.secondBound(problem, near, best.first()))
                            .as("%s %d", type, seed)
                            .isBetween(best.second(), bound);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(20);
    }

    @Test
    void aHundredJobsOfTheHardClassesAreBoundedClosely() {
        Problem problem = GeneralisedAssignments.of('E', 5, 100, 1).toProblem();

        Prices prices = AssignmentPrices.of(problem, 60_000).orElseThrow().prices();

        assertThat(PricedBound.secondBound(problem, prices, 100)).isBetween(-12_320L, -12_290L);
    }
}
