package nl.koppelwerk.exact;

import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.trial.ProblemBuilder;
import org.junit.jupiter.api.Test;

class SetRowTest {

    private static final int[] NO_GROUPS = {};

    private final ExactSolver solver = new ExactSolver(System::nanoTime);

    @Test
    void threeRequestsThatAnyTwoVolunteersShareAreProvedWithoutSplitting() {
        ProblemBuilder builder = new ProblemBuilder();
        for (int request = 0; request < 3; request++) {
            builder.request(10, 0, false, -1);
            for (int volunteer = 0; volunteer < 3; volunteer++) {
                if (volunteer != request) {
                    builder.pair(volunteer, 5, 1, 0, 0);
                }
            }
        }
        Problem problem = builder.build(NO_GROUPS, NO_GROUPS, twos(), new int[3], twos());

        ExactResult result = solver.solve(problem, new Limits(10, 60_000)).orElseThrow();

        assertThat(result.proven()).isTrue();
        assertThat(result.first()).isEqualTo(30);
    }

    @Test
    void aSetCountsInATripleOnceItHoldsTwoOfTheThree() {
        SetRows rows = new SetRows(9);
        rows.add(new SetRow(new int[] {1, 4, 7}, new int[] {1, 1, 1}, new int[] {2, 2, 2}, 1, true, new int[0]));
        SetCount count = new SetCount(rows, new long[] {40});

        assertThat(count.constant()).isEqualTo(40);
        assertThat(count.add(1)).isZero();
        assertThat(count.add(2)).isZero();
        assertThat(count.add(4)).isEqualTo(40);
        assertThat(count.add(7)).isZero();
        count.remove(7);
        count.remove(4);
        assertThat(count.add(7)).isEqualTo(40);
    }

    @Test
    void theSameRowIsAddedOnce() {
        SetRows rows = new SetRows(9);

        assertThat(rows.add(SetRow.oneOf(new int[] {1, 4}, 0))).isTrue();
        assertThat(rows.add(SetRow.oneOf(new int[] {1, 4}, 0))).isFalse();
        assertThat(rows.size()).isEqualTo(1);
    }

    /** One volunteer's two families leave only the day-part that the second family's other request needs elsewhere. */
    @Test
    void dayPartsThatCannotGoRoundBetweenTwoVolunteersBecomeARow() {
        ProblemBuilder builder = new ProblemBuilder();
        int alone = builder.request(10, 1, false, -1);
        builder.pair(0, 5, 1, 0b101, 0);
        int sister = builder.request(10, 2, false, -1);
        builder.pair(0, 5, 1, 0b111, 0);
        int brother = builder.request(10, 1, false, -1);
        builder.pair(1, 5, 1, 0b010, 0);
        builder.interaction(sister, brother, 0);
        Problem problem = builder.build(NO_GROUPS, NO_GROUPS, new int[] {2, 1}, new int[2], new int[] {9, 9});

        SetRow row = SetRow.notAll(problem, new int[] {0, 1, 2});
        ExactResult result = solver.solve(problem, new Limits(20, 60_000)).orElseThrow();

        assertThat(alone).isZero();
        assertThat(row.needed()).containsExactly(2, 2, 1);
        assertThat(row.limit()).isEqualTo(1);
        assertThat(result.proven()).isTrue();
        assertThat(result.first()).isEqualTo(20);
    }

    private static int[] twos() {
        return new int[] {2, 2, 2};
    }
}
