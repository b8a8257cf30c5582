package nl.koppelwerk.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nl.koppelwerk.problem.Problem;
import org.junit.jupiter.api.Test;

class TrialProblemsTest {

    @Test
    void aTownIsTheSameForTheSameSeedOnly() {
        assertThat(Towns.of(70, 3).pairValue()).isEqualTo(Towns.of(70, 3).pairValue());

        assertThat(Towns.of(70, 4).pairValue()).isNotEqualTo(Towns.of(70, 3).pairValue());
    }

    @Test
    void aTownHasThePairsOfTheMeasuredCities() {
        Problem town = Towns.of(3000, 1);

        assertThat(town.volunteers()).isEqualTo(3450);
        assertThat(town.requests()).isBetween(3900, 4100);
        assertThat(town.pairs()).isBetween(34_000, 42_000);
    }

    @Test
    void pairsOfARequestAscendByVolunteer() {
        Problem town = Towns.of(70, 3);

        for (int request = 0; request < town.requests(); request++) {
            int[] volunteers =
                    Arrays.copyOfRange(town.pairVolunteer(), town.pairStart()[request], town.pairStart()[request + 1]);
            assertThat(volunteers).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void everyRandomProblemHasAPlanThatKeepsItsFixedPairs() {
        RandomProblems problems = new RandomProblems(11);

        for (int i = 0; i < 300; i++) {
            assertThat(BruteForce.best(problems.next(6, 4)).first()).isNotNegative();
        }
    }

    @Test
    void tryingEverythingServesTheTwoHeavierRequestsOfThreeAndThenFitsThemBest() {
        ProblemBuilder builder = new ProblemBuilder();
        builder.request(5, 0, false, -1);
        builder.pair(0, 7, 1, 0, 0);
        builder.pair(1, 4, 1, 0, 0);
        builder.request(3, 0, false, -1);
        builder.pair(0, 9, 1, 0, 0);
        builder.request(4, 0, false, -1);
        builder.pair(0, 8, 1, 0, 0);
        builder.pair(1, 6, 1, 0, 0);
        Problem problem = builder.build(new int[0], new int[0], new int[] {1, 1}, new int[] {0, 0}, new int[] {3, 3});

        BruteForce.Best best = BruteForce.best(problem);

        assertThat(best.first()).isEqualTo(9);
        assertThat(best.second()).isEqualTo(13);
        assertThat(best.plan().pair()).containsExactly(0, -1, 4);
    }
}
