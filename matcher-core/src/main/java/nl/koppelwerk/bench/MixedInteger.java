package nl.koppelwerk.bench;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;

/**
 * The first level as a mixed integer program. Day-parts are left out, which makes it easier for the solver; what cannot
 * be fitted in afterwards is dropped.
 */
record MixedInteger(String solver) implements Contender {

    private static final int MOST_PAIRS = 6_000_000;

    @Override
    public String name() {
        return solver.toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public Attempt solve(Problem problem, Duration time) {
        Ledger ledger = Opening.withFixedPairs(problem).orElseThrow();
        if (problem.pairs() > MOST_PAIRS) {
            return Attempt.of(ledger.plan());
        }
        Loader.loadNativeLibraries();
        MPSolver model = MPSolver.createSolver(solver);
        MPVariable[] take = build(problem, model);
        model.setTimeLimit(time.toMillis());
        boolean found = solved(model);
        if (found) {
            Opening.fillWith(ledger, taken(problem, take));
        }
        double bound = found ? model.objective().bestBound() : Double.POSITIVE_INFINITY;
        model.delete();
        return new Attempt(
                ledger.plan(),
                bound < Long.MAX_VALUE / 2 ? OptionalLong.of((long) Math.ceil(bound - 1e-6)) : OptionalLong.empty(),
                OptionalLong.empty());
    }

    /** OR-Tools throws when a solver ends with a status that its Java names lack, as HiGHS does out of time. */
    private static boolean solved(MPSolver model) {
        try {
            MPSolver.ResultStatus status = model.solve();
            return status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
        } catch (IllegalArgumentException nameless) {
            return false;
        }
    }

    private static int[] taken(Problem problem, MPVariable[] take) {
        int[] wanted = new int[problem.requests()];
        Arrays.fill(wanted, -1);
        for (int r = 0; r < problem.requests(); r++) {
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                wanted[r] = take[p].solutionValue() > 0.5 ? p : wanted[r];
            }
        }
        return wanted;
    }

    private static MPVariable[] build(Problem problem, MPSolver model) {
        MPVariable[] take = model.makeBoolVarArray(problem.pairs());
        MPObjective objective = model.objective();
        MPConstraint[] number = rows(model, problem.volunteerNumberLimit());
        MPConstraint[] heavy = rows(model, problem.volunteerHeavyLimit());
        MPConstraint[] hours = rows(model, problem.volunteerHoursLimit());
        MPConstraint[] group = rows(model, problem.groupLimit());
        for (int r = 0; r < problem.requests(); r++) {
            MPConstraint once = model.makeConstraint(problem.isFixed(r) ? 1 : 0, 1);
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                int v = problem.pairVolunteer()[p];
                objective.setCoefficient(take[p], problem.requestWeight()[r]);
                once.setCoefficient(take[p], 1);
                number[v].setCoefficient(take[p], 1);
                hours[v].setCoefficient(take[p], problem.pairHours()[p]);
                if (problem.requestHeavy()[r]) {
                    heavy[v].setCoefficient(take[p], 1);
                }
                for (int g = problem.requestGroup()[r]; g >= 0 && !problem.isFixed(r); g = problem.groupParent()[g]) {
                    group[g].setCoefficient(take[p], 1);
                }
                if (problem.isFixed(r) && p != problem.fixedPair()[r]) {
                    take[p].setUb(0);
                }
            }
        }
        objective.setMaximization();
        return take;
    }

    private static MPConstraint[] rows(MPSolver model, int[] limits) {
        return Arrays.stream(limits)
                .mapToObj(limit -> model.makeConstraint(Double.NEGATIVE_INFINITY, limit))
                .toArray(MPConstraint[]::new);
    }
}
