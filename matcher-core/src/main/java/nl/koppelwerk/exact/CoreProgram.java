package nl.koppelwerk.exact;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.Problem;

/**
 * Betters the plan of a generalised assignment problem by an integer program over a few promising pairs.
 *
 * <p>What the program says of its own optimality is not used: its plan is one more plan, judged like any other.
 */
public final class CoreProgram {

    private CoreProgram() {}

    /** The plan, the start itself when there is none better, and the branches that it took. */
    public record Outcome(Plan plan, long nodes) {}

    /** Whether the problem is one: no day-parts, families, groups or fixed pairs. */
    public static boolean fits(Problem problem) {
        return problem.groups() == 0
                && problem.interactions().length == 0
                && IntStream.of(problem.requestSlots()).allMatch(slots -> slots == 0)
                && IntStream.of(problem.fixedPair()).allMatch(fixed -> fixed < 0);
    }

    /**
     * The start, or a better plan; a request whose pairs are all outside the core stays as it is.
     *
     * @param inCore for each pair whether the program may take it
     */
    public static Outcome improve(Problem problem, Plan start, boolean[] inCore, Limits limits) {
        Loader.loadNativeLibraries();
        MPSolver model = MPSolver.createSolver("SCIP");
        MPVariable[] take = build(problem, start, inCore, model);
        model.setTimeLimit(Math.max(1, limits.millis()));
        model.setSolverSpecificParametersAsString("limits/nodes = " + limits.nodes() + "\n");
        hint(model, take, start);
        MPSolverParameters parameters = new MPSolverParameters();
        parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        MPSolver.ResultStatus status = model.solve(parameters);
        Plan plan = status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE
                ? taken(problem, take)
                : start;
        long nodes = model.nodes();
        model.delete();
        boolean better = PlanChecker.breaches(problem, plan).isEmpty()
                && PlanChecker.value(problem, plan).compareTo(PlanChecker.value(problem, start)) > 0;
        return new Outcome(better ? plan : start, nodes);
    }

    private static void hint(MPSolver model, MPVariable[] take, Plan start) {
        int[] chosen = IntStream.of(start.pair()).filter(p -> p >= 0).toArray();
        MPVariable[] known = IntStream.range(0, take.length)
                .mapToObj(p -> take[p])
                .filter(Objects::nonNull)
                .toArray(MPVariable[]::new);
        Set<MPVariable> taken =
                IntStream.of(chosen).mapToObj(p -> take[p]).collect(Collectors.toCollection(HashSet::new));
        model.setHint(
                known,
                Stream.of(known)
                        .mapToDouble(variable -> taken.contains(variable) ? 1 : 0)
                        .toArray());
    }

    private static MPVariable[] build(Problem problem, Plan start, boolean[] inCore, MPSolver model) {
        MPVariable[] take = new MPVariable[problem.pairs()];
        MPConstraint[] number = rows(model, problem.volunteerNumberLimit());
        MPConstraint[] heavy = rows(model, problem.volunteerHeavyLimit());
        MPConstraint[] hours = rows(model, problem.volunteerHoursLimit());
        MPObjective objective = model.objective();
        boolean complete = isComplete(start);
        double perWeight = complete ? 0 : oneUnitOfWeight(problem);
        for (int r = 0; r < problem.requests(); r++) {
            MPConstraint once = model.makeConstraint(0, 1);
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                if (inCore[p] || start.pair()[r] == p) {
                    int v = problem.pairVolunteer()[p];
                    take[p] = model.makeBoolVar("");
                    once.setCoefficient(take[p], 1);
                    number[v].setCoefficient(take[p], 1);
                    hours[v].setCoefficient(take[p], problem.pairHours()[p]);
                    heavy[v].setCoefficient(take[p], problem.requestHeavy()[r] ? 1 : 0);
                    objective.setCoefficient(take[p], perWeight * problem.requestWeight()[r] + problem.pairValue()[p]);
                }
            }
            if (complete) {
                once.setLb(1);
            }
        }
        objective.setMaximization();
        return take;
    }

    /** More than what the values of one request can differ by: enough to try for the first level first. */
    private static double oneUnitOfWeight(Problem problem) {
        int least = Arrays.stream(problem.pairValue()).min().orElse(0);
        int most = Arrays.stream(problem.pairValue()).max().orElse(0);
        return 10.0 * ((double) most - least + 1) - Math.min(0, least);
    }

    private static boolean isComplete(Plan plan) {
        return IntStream.of(plan.pair()).allMatch(p -> p >= 0);
    }

    private static Plan taken(Problem problem, MPVariable[] take) {
        int[] pair = new int[problem.requests()];
        Arrays.fill(pair, -1);
        for (int r = 0; r < problem.requests(); r++) {
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                pair[r] = take[p] != null && take[p].solutionValue() > 0.5 ? p : pair[r];
            }
        }
        return new Plan(pair, new long[problem.requests()]);
    }

    private static MPConstraint[] rows(MPSolver model, int[] limits) {
        return Arrays.stream(limits)
                .mapToObj(limit -> model.makeConstraint(Double.NEGATIVE_INFINITY, limit))
                .toArray(MPConstraint[]::new);
    }
}
