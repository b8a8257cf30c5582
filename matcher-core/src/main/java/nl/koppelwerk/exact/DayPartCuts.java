package nl.koppelwerk.exact;

import java.util.Arrays;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.DayPartChoice;
import nl.koppelwerk.problem.DayPartChoice.Choice;
import nl.koppelwerk.problem.Problem;

/** Finds pairs that the last solution takes whole although their day-parts cannot all be arranged. */
final class DayPartCuts {

    private static final double WHOLE = 0.99;
    private static final int MOST_ADDED = 30;

    private final Problem problem;
    private final Residual residual;

    DayPartCuts(Problem problem, Residual residual) {
        this.problem = problem;
        this.residual = residual;
    }

    int add(Master master) {
        int[] taken = problem.fixedPair().clone();
        for (int pair = 0; pair < problem.pairs(); pair++) {
            if (master.taken(pair) > WHOLE) {
                taken[master.requestOf(pair)] = pair;
            }
        }
        int added = 0;
        while (added < MOST_ADDED
                && DayPartChoice.choose(problem, taken) instanceof Choice.Impossible(int[] requests, boolean proven)
                && proven) {
            int[] least = least(taken, requests);
            int[] pairs = Arrays.stream(least)
                    .filter(request -> !residual.isFixed(request))
                    .map(request -> taken[request])
                    .sorted()
                    .toArray();
            if (pairs.length == 0 || !master.addSetRow(SetRow.notAll(problem, pairs))) {
                return added;
            }
            added++;
            Arrays.stream(requests)
                    .filter(request -> !residual.isFixed(request))
                    .forEach(request -> taken[request] = -1);
        }
        return added;
    }

    /** As few of these requests as still cannot all have their day-parts. */
    private int[] least(int[] taken, int[] requests) {
        int[] only = new int[taken.length];
        Arrays.fill(only, -1);
        for (int request : requests) {
            only[request] = taken[request];
        }
        for (int request : requests) {
            only[request] = -1;
            if (!(DayPartChoice.choose(problem, only) instanceof Choice.Impossible(int[] _, boolean proven)
                    && proven)) {
                only[request] = taken[request];
            }
        }
        return Arrays.stream(requests).filter(request -> only[request] >= 0).toArray();
    }
}
