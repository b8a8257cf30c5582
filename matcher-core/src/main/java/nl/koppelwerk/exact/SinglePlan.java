package nl.koppelwerk.exact;

import java.util.Arrays;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.DayPartChoice;
import nl.koppelwerk.problem.DayPartChoice.Choice;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;

/** Whether exactly these pairs, beside the fixed ones, make a plan. */
sealed interface SinglePlan {

    /** They do. */
    record Possible(Plan plan) implements SinglePlan {}

    /** A limit or the day-parts rule it out. */
    record NotPossible() implements SinglePlan {}

    /** The search for day-parts was given up. */
    record NotKnown() implements SinglePlan {}

    static SinglePlan of(Problem problem, Residual residual, int[] pairs) {
        int[] number = new int[problem.volunteers()];
        int[] heavy = new int[problem.volunteers()];
        long[] hours = new long[problem.volunteers()];
        int[] held = new int[problem.groups()];
        int[] taken = problem.fixedPair().clone();
        for (int pair : pairs) {
            int request = request(problem, pair);
            int volunteer = problem.pairVolunteer()[pair];
            taken[request] = pair;
            number[volunteer]++;
            heavy[volunteer] += problem.requestHeavy()[request] ? 1 : 0;
            hours[volunteer] += problem.pairHours()[pair];
            for (int group = problem.requestGroup()[request]; group >= 0; group = problem.groupParent()[group]) {
                held[group]++;
            }
            if (number[volunteer] > residual.numberLeft(volunteer)
                    || heavy[volunteer] > residual.heavyLeft(volunteer)
                    || hours[volunteer] > residual.hoursLeft(volunteer)) {
                return new NotPossible();
            }
        }
        for (int group = 0; group < held.length; group++) {
            if (held[group] > problem.groupLimit()[group]) {
                return new NotPossible();
            }
        }
        return switch (DayPartChoice.choose(problem, taken)) {
            case Choice.Found(long[] dayParts) -> new Possible(new Plan(taken, dayParts));
            case Choice.Impossible(int[] _, boolean proven) -> proven ? new NotPossible() : new NotKnown();
        };
    }

    private static int request(Problem problem, int pair) {
        int found = Arrays.binarySearch(problem.pairStart(), pair);
        int request = found >= 0 ? found : -found - 2;
        while (problem.pairStart()[request + 1] <= pair) {
            request++;
        }
        return request;
    }
}
