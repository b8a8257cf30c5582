package nl.koppelwerk.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.trial.ProblemBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A flow that is kept looks again only at what a decision moved; it must miss nothing by that. */
class KeptFlowTest {
    private static final int REQUESTS = 400;
    private static final int VOLUNTEERS = 130;

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void afterManyDecisionsItIsTheOptimumThatAFlowFromTheStartFinds(long seed) {
        Set<Integer> forbidden = new HashSet<>();
        Problem all = problem(seed, forbidden);
        Flow kept = new Flow(all);
        SplittableRandom random = new SplittableRandom(seed);
        long atFirst = kept.second();

        for (int i = 0; i < 16; i++) {
            int request = random.nextInt(REQUESTS);
            int volunteer = random.nextInt(VOLUNTEERS);
            int pair = request * VOLUNTEERS + volunteer;
            int matched = kept.pairs()[request];
            switch (i % 4) {
                case 0 -> {
                    kept.forbidVolunteer(volunteer);
                    for (int r = 0; r < REQUESTS; r++) {
                        forbidden.add(r * VOLUNTEERS + volunteer);
                    }
                }
                case 1 -> {
                    kept.allowVolunteer(volunteer);
                    for (int r = 0; r < REQUESTS; r++) {
                        forbidden.remove(r * VOLUNTEERS + volunteer);
                    }
                }
                case 2 -> {
                    kept.forbid(request, matched >= 0 ? matched : pair);
                    forbidden.add(matched >= 0 ? matched : pair);
                }
                default -> {
                    if (!forbidden.contains(pair) && kept.force(request, pair)) {
                        kept.unforce(request, pair);
                    }
                }
            }
            Flow anew = new Flow(problem(seed, forbidden));
            assertThat(kept.first()).as("first level after decision %d", i).isEqualTo(anew.first());
            assertThat(kept.second()).as("second level after decision %d", i).isEqualTo(anew.second());
        }
        assertThat(kept.second()).isNotEqualTo(atFirst);
    }

    /**
     * Everybody likes the same volunteers best, and there are many more pairs a request than the flow begins with; pair
     * r * VOLUNTEERS + v where none is forbidden.
     */
    private static Problem problem(long seed, Set<Integer> forbidden) {
        SplittableRandom random = new SplittableRandom(seed);
        ProblemBuilder builder = new ProblemBuilder();
        for (int r = 0; r < REQUESTS; r++) {
            builder.request(100L << random.nextInt(3), 0, random.nextInt(5) == 0, random.nextInt(-1, 4));
            for (int v = 0; v < VOLUNTEERS; v++) {
                int value = 20 * v + random.nextInt(300);
                if (!forbidden.contains(r * VOLUNTEERS + v)) {
                    builder.pair(v, value, 0, 0, 0);
                }
            }
        }
        int[] number = random.ints(VOLUNTEERS, 1, 4).toArray();
        int[] heavy = random.ints(VOLUNTEERS, 0, 2).toArray();
        return builder.build(
                new int[] {-1, 0, 0, -1}, new int[] {200, 90, 105, 75}, number, heavy, new int[VOLUNTEERS]);
    }
}
