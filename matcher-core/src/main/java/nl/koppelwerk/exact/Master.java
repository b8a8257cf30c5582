package nl.koppelwerk.exact;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;

/**
 * The linear program over sets: each volunteer takes one, each request is in one at most. Solved by GLOP, which keeps its
 * basis. It only advises: its prices are rounded and their bound recomputed in whole numbers, and its solution is a hint
 * where to branch.
 */
final class Master implements AutoCloseable {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final long LEAST_ITERATIONS = 20_000;
    private static final long ITERATIONS_A_ROW = 10;

    private final Problem problem;
    private final Residual residual;
    private final Level level;
    private final MPSolver solver;
    private final MPObjective objective;
    private final MPConstraint[] requestRow;
    private final MPConstraint[] volunteerRow;
    private final MPConstraint[] groupRow;
    private final MPConstraint heldRow;
    private final double weightUnit;
    private final MPVariable[] missing;
    private final MPVariable[] penalty;
    private final int[] requestOf;
    private final List<Bundle> bundles = new ArrayList<>();
    private final List<MPVariable> columns = new ArrayList<>();
    private final Set<List<Integer>> known = new HashSet<>();
    private final SetRows setRows;
    private final List<MPConstraint> setConstraints = new ArrayList<>();
    private BitSet excludedNow = new BitSet();
    private BitSet servedNow = new BitSet();
    private double[] share = {};
    private final double[] taken;
    private final double[] paid;
    private boolean columnsAdded = true;
    private long fit;

    Master(Problem problem, Residual residual, Level level) {
        Loader.loadNativeLibraries();
        this.problem = problem;
        this.residual = residual;
        this.level = level;
        this.solver = MPSolver.createSolver("GLOP");
        this.objective = solver.objective();
        objective.setMaximization();
        this.requestRow = rows(problem.requests());
        this.volunteerRow = rows(problem.volunteers());
        this.groupRow = new MPConstraint[problem.groups()];
        Arrays.setAll(groupRow, group -> solver.makeConstraint(-INFINITY, problem.groupLimit()[group]));
        this.missing = new MPVariable[problem.requests()];
        Arrays.setAll(missing, this::missing);
        this.penalty = new MPVariable[problem.interactions().length];
        Arrays.setAll(penalty, this::penalty);
        this.paid = new double[penalty.length];
        this.setRows = new SetRows(problem.pairs());
        this.taken = new double[problem.pairs()];
        this.requestOf = new int[problem.pairs()];
        this.weightUnit = Arrays.stream(problem.requestWeight()).max().orElse(1);
        long fixedWeight = 0;
        for (int request = 0; request < problem.requests(); request++) {
            Arrays.fill(requestOf, problem.pairsFrom(request), problem.pairsEnd(request), request);
            fixedWeight += residual.isFixed(request) ? problem.requestWeight()[request] : 0;
        }
        this.heldRow = solver.makeConstraint(
                level.isSecond() ? (level.held() - fixedWeight) / weightUnit : -INFINITY, INFINITY);
        MPVariable shortOfHeld = solver.makeNumVar(0, INFINITY, "");
        heldRow.setCoefficient(shortOfHeld, 1 / weightUnit);
        objective.setCoefficient(shortOfHeld, -level.shortOfHeld() / level.unit());
    }

    private MPConstraint[] rows(int count) {
        MPConstraint[] rows = new MPConstraint[count];
        Arrays.setAll(rows, i -> solver.makeConstraint(-INFINITY, 1));
        return rows;
    }

    /** Makes the set a column; false when it is one already. */
    boolean add(Bundle bundle) {
        if (!known.add(Arrays.stream(bundle.pairs()).boxed().toList())) {
            return false;
        }
        MPVariable column = solver.makeNumVar(0, INFINITY, "");
        double weight = 0;
        for (int pair : bundle.pairs()) {
            int request = requestOf[pair];
            weight += problem.requestWeight()[request];
            requestRow[request].setCoefficient(column, 1);
            for (int group = problem.requestGroup()[request]; group >= 0; group = problem.groupParent()[group]) {
                groupRow[group].setCoefficient(column, groupRow[group].getCoefficient(column) + 1);
            }
        }
        objective.setCoefficient(column, worth(bundle));
        volunteerRow[bundle.volunteer()].setCoefficient(column, 1);
        if (level.isSecond()) {
            heldRow.setCoefficient(column, weight / weightUnit);
        }
        setRows.forEach(bundle.pairs(), (row, times) -> setConstraints.get(row).setCoefficient(column, times));
        bundles.add(bundle);
        columns.add(column);
        if (isExcluded(bundle, excludedNow)) {
            column.setUb(0);
        }
        columnsAdded = true;
        return true;
    }

    private double worth(Bundle bundle) {
        double weight = 0;
        double value = 0;
        for (int pair : bundle.pairs()) {
            weight += problem.requestWeight()[requestOf[pair]];
            value += problem.pairValue()[pair];
        }
        return (level.isSecond() ? value : weight + value * fit / level.scale()) / level.unit();
    }

    /** Lets the second level count on the first, a unit as {@code newFit} of the scale: for plans that are good on both. */
    void countFit(long newFit) {
        fit = newFit;
        for (int i = 0; i < bundles.size(); i++) {
            objective.setCoefficient(columns.get(i), worth(bundles.get(i)));
        }
        columnsAdded = true;
    }

    /** False when the row is there already. */
    boolean addSetRow(SetRow row) {
        if (!setRows.add(row)) {
            return false;
        }
        MPConstraint constraint = solver.makeConstraint(-INFINITY, row.limit());
        for (int interaction : row.forgivenBy()) {
            constraint.setCoefficient(penalty[interaction], -1);
        }
        for (int i = 0; i < bundles.size(); i++) {
            int times = row.counts(bundles.get(i).pairs());
            if (times > 0) {
                constraint.setCoefficient(columns.get(i), times);
            }
        }
        setConstraints.add(constraint);
        return true;
    }

    /** Moves to another part of the plans. */
    void restrict(BitSet excluded, BitSet served) {
        for (int i = 0; i < bundles.size(); i++) {
            boolean out = isExcluded(bundles.get(i), excluded);
            if (out != isExcluded(bundles.get(i), excludedNow)) {
                columns.get(i).setUb(out ? 0 : INFINITY);
            }
        }
        for (int request = 0; request < problem.requests(); request++) {
            if (served.get(request) != servedNow.get(request)) {
                serve(request, served.get(request));
            }
        }
        excludedNow = (BitSet) excluded.clone();
        servedNow = (BitSet) served.clone();
    }

    private static boolean isExcluded(Bundle bundle, BitSet excluded) {
        for (int pair : bundle.pairs()) {
            if (excluded.get(pair)) {
                return true;
            }
        }
        return false;
    }

    private MPVariable missing(int request) {
        MPVariable slack = solver.makeNumVar(0, 0, "");
        requestRow[request].setCoefficient(slack, 1);
        objective.setCoefficient(slack, -level.missing() / level.unit());
        return slack;
    }

    private MPVariable penalty(int interaction) {
        MPVariable paid = solver.makeNumVar(0, INFINITY, "");
        objective.setCoefficient(
                paid, level.isSecond() ? -problem.interactions()[interaction].penalty() / level.unit() : 0);
        return paid;
    }

    private void serve(int request, boolean must) {
        missing[request].setUb(must ? INFINITY : 0);
        requestRow[request].setBounds(must ? 1 : -INFINITY, 1);
    }

    /** Solves; false when the linear solver gives nothing to go by. */
    boolean solve() {
        solver.setSolverSpecificParametersAsString(
                "use_preprocessing: false use_scaling: false use_dual_simplex: " + !columnsAdded + mostIterations());
        columnsAdded = false;
        MPSolver.ResultStatus status = solver.solve();
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            status = solveAnew();
        }
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            return false;
        }
        share = new double[columns.size()];
        Arrays.fill(taken, 0);
        for (int i = 0; i < share.length; i++) {
            share[i] = columns.get(i).solutionValue();
            for (int pair : bundles.get(i).pairs()) {
                taken[pair] += share[i];
            }
        }
        for (int interaction = 0; interaction < paid.length; interaction++) {
            paid[interaction] = penalty[interaction].solutionValue();
        }
        return true;
    }

    /** Far more than it ever needs: with numbers of very different size it can go round in circles. */
    private String mostIterations() {
        long most = LEAST_ITERATIONS + ITERATIONS_A_ROW * (solver.numVariables() + (long) solver.numConstraints());
        return " max_number_of_iterations: " + most;
    }

    private MPSolver.ResultStatus solveAnew() {
        MPSolverParameters parameters = new MPSolverParameters();
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.INCREMENTALITY,
                MPSolverParameters.IncrementalityValues.INCREMENTALITY_OFF.swigValue());
        solver.setSolverSpecificParametersAsString("use_preprocessing: true use_scaling: true" + mostIterations());
        return solver.solve(parameters);
    }

    int requestOf(int pair) {
        return requestOf[pair];
    }

    double taken(int pair) {
        int request = requestOf[pair];
        return residual.isFixed(request) ? problem.fixedPair()[request] == pair ? 1 : 0 : taken[pair];
    }

    List<Bundle> bundles() {
        return bundles;
    }

    double share(int bundle) {
        return share[bundle];
    }

    double penaltyPaid(int interaction) {
        return paid[interaction];
    }

    /** What each volunteer's sets earn at most at the prices of the last solution, rounded up. */
    long[] worth() {
        long[] worth = new long[problem.volunteers()];
        Arrays.setAll(worth, v -> Math.max(0, (long) Math.ceil(price(volunteerRow[v]))) + 1 + level.scale() / 1024);
        return worth;
    }

    /** The prices of the last solution, rounded; negative only for requests that must be served. */
    Prices prices() {
        long scale = level.scale();
        long[] request = new long[requestRow.length];
        for (int r = 0; r < request.length; r++) {
            long price = residual.isFixed(r) ? 0 : Math.round(price(requestRow[r]));
            request[r] = servedNow.get(r) ? price : Math.max(0, price);
        }
        long[] group = Arrays.stream(groupRow).mapToLong(row -> rounded(row)).toArray();
        long first = level.isSecond() ? Math.max(0, Math.round(-price(heldRow) / weightUnit)) : scale;
        return Prices.of(first, level.isSecond() ? scale : fit, request, group);
    }

    /** The rows on sets that it knows of. */
    List<SetRow> rows() {
        return IntStream.range(0, setRows.size()).mapToObj(setRows::row).toList();
    }

    /** What sets pay for rows on sets; rows that a penalty forgives never more than that penalty together. */
    SetCount setPrices() {
        long[] room = Arrays.stream(problem.interactions())
                .mapToLong(interaction ->
                        level.isSecond() ? Math.multiplyExact(level.scale(), (long) interaction.penalty()) : 0)
                .toArray();
        long[] prices = new long[setRows.size()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = rounded(setConstraints.get(i));
            for (int interaction : setRows.row(i).forgivenBy()) {
                prices[i] = Math.min(prices[i], room[interaction]);
            }
            for (int interaction : setRows.row(i).forgivenBy()) {
                room[interaction] -= prices[i];
            }
        }
        return new SetCount(setRows, prices);
    }

    private double price(MPConstraint row) {
        return row.dualValue() * level.unit() * level.scale();
    }

    private long rounded(MPConstraint row) {
        return Math.max(0, Math.round(price(row)));
    }

    @Override
    public void close() {
        solver.delete();
    }
}
