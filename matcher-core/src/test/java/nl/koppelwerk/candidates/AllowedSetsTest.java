package nl.koppelwerk.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowedSetsTest {
    private static final int REQUESTS = 700;
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void rulesPutTogetherAllowWhomEachOfThemAllows() {
        List<AllowedSets> each = List.of(sets(3), sets(90), sets(2), sets(5), sets(40));

        List<AllowedSets> together = AllowedSets.together(each);

        assertThat(together).as("2 x 3 x 5, and two that are too many").hasSize(3);
        for (int request = 0; request < REQUESTS; request++) {
            assertThat(and(together, request)).isEqualTo(and(each, request));
        }
    }

    private static List<Long> and(List<AllowedSets> rules, int request) {
        return IntStream.range(0, 4)
                .mapToObj(word -> rules.stream()
                        .mapToLong(sets -> sets.bitsOf(request)[word])
                        .reduce(-1L, (one, other) -> one & other))
                .toList();
    }

    private AllowedSets sets(int different) {
        int[] of = IntStream.range(0, REQUESTS)
                .map(request -> random.nextInt(different))
                .toArray();
        long[][] bits = IntStream.range(0, different)
                .mapToObj(set -> random.longs(4).toArray())
                .toArray(long[][]::new);
        return new AllowedSets(of, bits);
    }
}
