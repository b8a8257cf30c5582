package nl.koppelwerk.exact;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.problem.Problem;

/**
 * Prices for the second level of a generalised assignment in which every request can be served, from its linear program.
 *
 * @param prices of the requests
 * @param perHour for each volunteer what one hour more would be worth
 */
public record AssignmentPrices(Prices prices, double[] perHour) {

    private static final long SCALE = 1L << 16;

    /** Scaled prices add up to no more than this, far enough below what 64 bits hold. */
    private static final double LARGEST = 1e17;

    /**
     * Prices whose bound is at least as tight as the linear program, or nothing when that has no solution or weights and
     * values are so large that scaled prices might not fit.
     *
     * @param milliseconds the safety net: nothing either when it takes longer
     */
    public static Optional<AssignmentPrices> of(Problem problem, long milliseconds) {
        if (isTooLarge(problem)) {
            return Optional.empty();
        }
        Loader.loadNativeLibraries();
        MPSolver model = MPSolver.createSolver("GLOP");
        MPConstraint[] once = IntStream.range(0, problem.requests())
                .mapToObj(r -> model.makeConstraint(1, 1))
                .toArray(MPConstraint[]::new);
        MPConstraint[] hours = rows(model, problem.volunteerHoursLimit());
        build(problem, model, once, hours);
        Optional<AssignmentPrices> prices = Optional.empty();
        model.setTimeLimit(milliseconds);
        if (model.solve() == MPSolver.ResultStatus.OPTIMAL) {
            prices = Optional.of(new AssignmentPrices(prices(duals(once)), duals(hours)));
        }
        model.delete();
        return prices;
    }

    private static boolean isTooLarge(Problem problem) {
        double weights = Arrays.stream(problem.requestWeight()).asDoubleStream().sum();
        double dearest = Arrays.stream(problem.pairValue())
                .mapToDouble(value -> Math.abs((double) value))
                .max()
                .orElse(0);
        return weights * (dearest + 1) * SCALE > LARGEST;
    }

    private static void build(Problem problem, MPSolver model, MPConstraint[] once, MPConstraint[] hours) {
        MPConstraint[] number = rows(model, problem.volunteerNumberLimit());
        MPConstraint[] heavy = rows(model, problem.volunteerHeavyLimit());
        MPObjective objective = model.objective();
        for (int r = 0; r < problem.requests(); r++) {
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                int v = problem.pairVolunteer()[p];
                MPVariable take = model.makeNumVar(0, 1, "");
                objective.setCoefficient(take, problem.pairValue()[p]);
                once[r].setCoefficient(take, 1);
                number[v].setCoefficient(take, 1);
                hours[v].setCoefficient(take, problem.pairHours()[p]);
                heavy[v].setCoefficient(take, problem.requestHeavy()[r] ? 1 : 0);
            }
        }
        objective.setMaximization();
    }

    private static double[] duals(MPConstraint[] rows) {
        return Arrays.stream(rows).mapToDouble(MPConstraint::dualValue).toArray();
    }

    /** Whatever a request is worth less than nothing is made up for by what serving one is worth. */
    private static Prices prices(double[] dual) {
        double first = -Math.min(0, Arrays.stream(dual).min().orElse(0));
        long perRequest = (long) Math.ceil(first * SCALE);
        long[] request = Arrays.stream(dual)
                .mapToLong(price -> Math.max(0, Math.round(price * SCALE) + perRequest))
                .toArray();
        return Prices.of(perRequest, SCALE, request, new long[0]);
    }

    private static MPConstraint[] rows(MPSolver model, int[] limits) {
        return Arrays.stream(limits)
                .mapToObj(limit -> model.makeConstraint(Double.NEGATIVE_INFINITY, limit))
                .toArray(MPConstraint[]::new);
    }
}
