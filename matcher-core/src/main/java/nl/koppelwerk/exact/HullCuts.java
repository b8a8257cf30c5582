package nl.koppelwerk.exact;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.List;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;

/** Cuts off what no mixture of one volunteer's possible sets gives. */
final class HullCuts {

    private static final int MOST_PAIRS = 12;
    private static final double VIOLATION = 1e-4;

    private final Problem problem;
    private final Residual residual;

    HullCuts(Problem problem, Residual residual) {
        this.problem = problem;
        this.residual = residual;
    }

    /** Adds the cuts that the last solution breaks, at most one a volunteer; how many. */
    int add(LinearRelaxation relaxation) {
        int added = 0;
        int[][] support = support(relaxation);
        for (int volunteer = 0; volunteer < support.length; volunteer++) {
            int[] pairs = support[volunteer];
            boolean fractional = Arrays.stream(pairs).anyMatch(pair -> relaxation.taken(pair) < 1 - 1e-6);
            if (fractional && pairs.length <= MOST_PAIRS && residual.numberLeft(volunteer) > 1) {
                added += separate(relaxation, volunteer, pairs) ? 1 : 0;
            }
        }
        return added;
    }

    private int[][] support(LinearRelaxation relaxation) {
        int[] count = new int[problem.volunteers()];
        List<Integer> positive = relaxation.columns().stream()
                .filter(pair -> relaxation.taken(pair) > 1e-6)
                .toList();
        positive.forEach(pair -> count[problem.pairVolunteer()[pair]]++);
        int[][] support = Arrays.stream(count).mapToObj(int[]::new).toArray(int[][]::new);
        positive.forEach(pair -> support[problem.pairVolunteer()[pair]][--count[problem.pairVolunteer()[pair]]] = pair);
        return support;
    }

    private boolean separate(LinearRelaxation relaxation, int volunteer, int[] pairs) {
        int size = pairs.length;
        MPSolver solver = MPSolver.createSolver("GLOP");
        MPVariable[] coefficient = solver.makeNumVarArray(size, 0, 1);
        MPObjective objective = solver.objective();
        for (int i = 0; i < size; i++) {
            objective.setCoefficient(coefficient[i], relaxation.taken(pairs[i]));
        }
        objective.setMaximization();
        for (int set = 1; set < 1 << size; set++) {
            if (isPossible(relaxation, volunteer, pairs, set)) {
                MPConstraint row = solver.makeConstraint(Double.NEGATIVE_INFINITY, 1);
                for (int i = 0; i < size; i++) {
                    row.setCoefficient(coefficient[i], set >> i & 1);
                }
            }
        }
        boolean broken = solver.solve() == MPSolver.ResultStatus.OPTIMAL && objective.value() > 1 + VIOLATION;
        if (broken) {
            double[] found = Arrays.stream(coefficient)
                    .mapToDouble(MPVariable::solutionValue)
                    .toArray();
            relaxation.addRow(pairs, found, 1);
        }
        solver.delete();
        return broken;
    }

    private boolean isPossible(LinearRelaxation relaxation, int volunteer, int[] pairs, int set) {
        int heavy = 0;
        long hours = 0;
        for (int i = 0; i < pairs.length; i++) {
            if ((set >> i & 1) == 1) {
                heavy += problem.requestHeavy()[relaxation.requestOf(pairs[i])] ? 1 : 0;
                hours += problem.pairHours()[pairs[i]];
            }
        }
        return Integer.bitCount(set) <= residual.numberLeft(volunteer)
                && heavy <= residual.heavyLeft(volunteer)
                && hours <= residual.hoursLeft(volunteer)
                && dayPartsGoRound(relaxation, pairs, set);
    }

    private boolean dayPartsGoRound(LinearRelaxation relaxation, int[] pairs, int set) {
        for (int some = set; some > 0; some = (some - 1) & set) {
            long offered = 0;
            int asked = 0;
            for (int i = 0; i < pairs.length; i++) {
                if ((some >> i & 1) == 1) {
                    int request = relaxation.requestOf(pairs[i]);
                    offered |= residual.dayParts(request, pairs[i]);
                    asked += problem.requestSlots()[request];
                }
            }
            if (Long.bitCount(offered) < asked) {
                return false;
            }
        }
        return true;
    }
}
