package nl.koppelwerk.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProblemCheckTest {

    @Test
    void aProblemWithoutContradictionsIsItsOwnAnswer() {
        Problem problem = aProblem();

        assertThat(problem.validated()).isSameAs(problem);
    }

    @Test
    void refusesWithThePlaceTheValueAndWhatWasExpected() {
        refuses(p -> p.requestWeight()[2] = 0, "request 2: weight 0 is not positive");
        refuses(p -> p.requestSlots()[1] = 65, "request 1: 65 day-parts asked, possible are 0 to 64");
        refuses(p -> p.requestGroup()[2] = 2, "request 2: group 2 does not exist, there are 2");
        refuses(p -> p.groupParent()[1] = 1, "group 1: parent 1, expected -1 or a lower index");
        refuses(p -> p.groupLimit()[1] = -7, "group 1: limit -7 is negative");
        refuses(p -> p.volunteerNumberLimit()[3] = -1, "volunteer 3: number limit -1 is negative");
        refuses(p -> p.volunteerHeavyLimit()[3] = -2, "volunteer 3: limit of heavy requests -2 is negative");
        refuses(p -> p.volunteerHoursLimit()[0] = -3, "volunteer 0: hours -3 is negative");
        refuses(p -> p.pairVolunteer()[4] = 99, "pair 4 (request 2): volunteer 99 does not exist, there are 4");
        refuses(
                p -> p.pairVolunteer()[4] = 0,
                "pair 4 (request 2): volunteer 0 does not follow volunteer 0 in ascending order");
        refuses(p -> p.pairHours()[2] = -5, "pair 2 (request 1): hours -5 are negative");
        refuses(p -> p.pairStart()[3] = 4, "pairStart ends at 4, expected the number of pairs, 5");
        refuses(p -> p.pairStart()[1] = 6, "pairStart: request 0 has pairs 0 to 6, there are 5");
        refuses(
                p -> p.interactions()[0] = new Problem.Interaction(1, 3, 5),
                "interaction 0: request 3 does not exist, there are 3");
        refuses(p -> p.interactions()[0] = new Problem.Interaction(1, 1, 5), "interaction 0: request 1 with itself");
        refuses(p -> p.interactions()[0] = new Problem.Interaction(1, 2, -5), "interaction 0: penalty -5 is negative");
        refuses(p -> p.fixedPair()[1] = 4, "request 1: fixed pair 4 is not one of its pairs, 2 to 2");
        refuses(p -> p.fixedDayParts()[2] = 8, "request 2: day-parts are fixed (8) without a fixed pair");
        refuses(p -> p.fixedDayParts()[0] = 0b1000, "request 0: fixed day-parts 8 are not among those of pair 1, 7");
        refuses(p -> p.fixedDayParts()[0] = 0b0111, "request 0: 3 day-parts are fixed, it asks for 2");
        refuses(p -> p.pairDayParts()[1] = 0b0001, "request 0: fixed day-parts 3 are not among those of pair 1, 1");
        refuses(p -> p.volunteerNumberLimit()[2] = 1, "volunteer 2: fixed pairs take 2 requests, the limit is 1");
        refuses(p -> p.volunteerHeavyLimit()[2] = 0, "volunteer 2: fixed pairs take 1 heavy requests, the limit is 0");
        refuses(p -> p.volunteerHoursLimit()[2] = 6, "volunteer 2: fixed pairs take 7 hours, the limit is 6");
        refuses(p -> p.fixedDayParts()[1] = 0b0010, "request 1: fixed day-parts 2 are already promised by volunteer 2");
    }

    @Test
    void refusesTwoRequestsOfAFamilyFixedOnOneDayPart() {
        Problem problem = aProblem();
        problem.pairVolunteer()[2] = 3;
        problem.fixedDayParts()[1] = 0b0010;

        assertThatThrownBy(problem::validated)
                .isInstanceOf(InvalidProblemException.class)
                .hasMessage("requests 0 and 1: both have fixed day-parts 2");
    }

    @Test
    void refusesWeightsThatOverflowTogether() {
        refuses(p -> Arrays.fill(p.requestWeight(), Long.MAX_VALUE / 3 + 1), "the objective overflows");
    }

    /** Prices weigh one level against the other, so that it is their product that has to fit. */
    @Test
    void refusesWeightsAndValuesThatCannotBeWeighedAgainstEachOther() {
        refuses(
                p -> {
                    p.requestWeight()[0] = 10_000_000_000L;
                    p.pairValue()[0] = 2_000_000_000;
                },
                "the objective overflows");
    }

    @Test
    void refusesAnInteractionThatIsNotThere() {
        refuses(p -> Arrays.fill(p.interactions(), null), "interaction 0 is missing");
    }

    @Test
    void refusesArraysOfDifferentLengths() {
        Problem p = aProblem();
        Problem shorter = new Problem(
                p.requestWeight(),
                p.requestSlots(),
                p.requestHeavy(),
                p.requestGroup(),
                p.groupParent(),
                p.groupLimit(),
                p.volunteerNumberLimit(),
                p.volunteerHeavyLimit(),
                p.volunteerHoursLimit(),
                p.pairStart(),
                p.pairVolunteer(),
                new int[4],
                p.pairHours(),
                p.pairDayParts(),
                p.pairTag(),
                p.interactions(),
                p.fixedPair(),
                p.fixedDayParts());

        assertThatThrownBy(shorter::validated).hasMessage("pairValue has 4 entries, expected 5");
    }

    private static void refuses(Consumer<Problem> fault, String message) {
        Problem problem = aProblem();
        fault.accept(problem);
        assertThatThrownBy(problem::validated)
                .isInstanceOf(InvalidProblemException.class)
                .hasMessageStartingWith(message);
    }

    /** Three requests, the first two fixed with volunteer 2, one heavy; four volunteers, five pairs. */
    static Problem aProblem() {
        return new Problem(
                new long[] {30, 20, 70},
                new int[] {2, 1, 1},
                new boolean[] {true, false, false},
                new int[] {-1, 0, 1},
                new int[] {-1, 0},
                new int[] {4, 3},
                new int[] {1, 1, 2, 1},
                new int[] {1, 1, 1, 1},
                new int[] {9, 9, 8, 9},
                new int[] {0, 2, 3, 5},
                new int[] {1, 2, 2, 0, 3},
                new int[] {11, 13, 17, 19, -23},
                new int[] {2, 3, 4, 5, 6},
                new long[] {0b0111, 0b0111, 0b1110, 0b1100, 0b0100},
                new short[] {0, 1, 1, 2, 1},
                new Problem.Interaction[] {new Problem.Interaction(0, 1, 6), new Problem.Interaction(0, 2, 5)},
                new int[] {1, 2, -1},
                new long[] {0b0011, 0b0100, 0});
    }
}
