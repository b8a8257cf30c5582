package nl.koppelwerk.bench;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;

/** The first level for CP-SAT, day-parts left out as for {@link MixedInteger}. */
record ConstraintProgramming(int workers) implements Contender {

    private static final int MOST_PAIRS = 6_000_000;

    @Override
    public String name() {
        return "CP-SAT";
    }

    @Override
    public Attempt solve(Problem problem, Duration time) {
        Ledger ledger = Opening.withFixedPairs(problem).orElseThrow();
        if (problem.pairs() > MOST_PAIRS) {
            return Attempt.of(ledger.plan());
        }
        Loader.loadNativeLibraries();
        CpModel model = new CpModel();
        BoolVar[] take = new BoolVar[problem.pairs()];
        Arrays.setAll(take, p -> model.newBoolVar(""));
        build(problem, model, take);
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(time.toMillis() / 1e3).setNumWorkers(workers);
        CpSolverStatus status = solver.solve(model);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return Attempt.of(ledger.plan());
        }
        int[] wanted = new int[problem.requests()];
        Arrays.fill(wanted, -1);
        for (int r = 0; r < problem.requests(); r++) {
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                wanted[r] = solver.booleanValue(take[p]) ? p : wanted[r];
            }
        }
        Opening.fillWith(ledger, wanted);
        return new Attempt(
                ledger.plan(),
                OptionalLong.of((long) Math.ceil(solver.bestObjectiveBound() - 1e-6)),
                OptionalLong.empty());
    }

    private static void build(Problem problem, CpModel model, BoolVar[] take) {
        LinearExprBuilder objective = LinearExpr.newBuilder();
        LinearExprBuilder[] number = sums(problem.volunteers());
        LinearExprBuilder[] heavy = sums(problem.volunteers());
        LinearExprBuilder[] hours = sums(problem.volunteers());
        LinearExprBuilder[] group = sums(problem.groups());
        for (int r = 0; r < problem.requests(); r++) {
            LinearExprBuilder once = LinearExpr.newBuilder();
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                int v = problem.pairVolunteer()[p];
                objective.addTerm(take[p], problem.requestWeight()[r]);
                once.add(take[p]);
                number[v].add(take[p]);
                hours[v].addTerm(take[p], problem.pairHours()[p]);
                heavy[v].addTerm(take[p], problem.requestHeavy()[r] ? 1 : 0);
                for (int g = problem.requestGroup()[r]; g >= 0 && !problem.isFixed(r); g = problem.groupParent()[g]) {
                    group[g].add(take[p]);
                }
            }
            model.addLessOrEqual(once, 1);
            if (problem.isFixed(r)) {
                model.addEquality(take[problem.fixedPair()[r]], 1);
            }
        }
        limit(model, number, problem.volunteerNumberLimit());
        limit(model, heavy, problem.volunteerHeavyLimit());
        limit(model, hours, problem.volunteerHoursLimit());
        limit(model, group, problem.groupLimit());
        model.maximize(objective);
    }

    private static LinearExprBuilder[] sums(int count) {
        LinearExprBuilder[] sums = new LinearExprBuilder[count];
        Arrays.setAll(sums, i -> LinearExpr.newBuilder());
        return sums;
    }

    private static void limit(CpModel model, LinearExprBuilder[] sums, int[] limits) {
        for (int i = 0; i < sums.length; i++) {
            model.addLessOrEqual(sums[i], limits[i]);
        }
    }
}
