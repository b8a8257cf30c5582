package nl.koppelwerk.exact;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.bound.Prices.ClashRow;
import nl.koppelwerk.bound.Prices.TagRow;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * The linear relaxation over a core of pairs, solved by GLOP. It only advises: its prices are rounded and their bound
 * recomputed in whole numbers, and its solution is a hint where to branch.
 */
final class LinearRelaxation implements AutoCloseable {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Problem problem;
    private final Residual residual;
    private final Aim aim;
    private final MPSolver solver;
    private final MPObjective objective;
    private final @Nullable MPVariable[] variable;
    private final MPConstraint[] requestRow;
    private final MPConstraint[] groupRow;
    private final @Nullable MPVariable[] missing;
    private final @Nullable MPVariable[] penalty;
    private final List<Integer> columns = new ArrayList<>();
    private final int[] requestOf;
    private final List<TagRow> tagRows = new ArrayList<>();
    private final List<MPConstraint> tagConstraints = new ArrayList<>();
    private final List<ClashRow> clashRows = new ArrayList<>();
    private final List<MPConstraint> clashConstraints = new ArrayList<>();
    private BitSet excludedNow = new BitSet();
    private BitSet servedNow = new BitSet();
    private final double missingCost;
    private double[] solution = {};
    private final double[] requestDual;
    private final double[] groupDual;
    private final double[] paid;
    private double[] tagDual = {};
    private double[] clashDual = {};
    private double value;

    LinearRelaxation(Problem problem, Residual residual, Aim aim, BitSet core) {
        Loader.loadNativeLibraries();
        this.problem = problem;
        this.residual = residual;
        this.aim = aim;
        this.solver = MPSolver.createSolver("GLOP");
        this.objective = solver.objective();
        objective.setMaximization();
        this.variable = new MPVariable[problem.pairs()];
        this.requestRow = new MPConstraint[problem.requests()];
        this.groupRow = new MPConstraint[problem.groups()];
        this.missing = new MPVariable[problem.requests()];
        this.penalty = new MPVariable[problem.interactions().length];
        this.requestOf = new int[problem.pairs()];
        this.requestDual = new double[problem.requests()];
        this.groupDual = new double[problem.groups()];
        this.paid = new double[penalty.length];
        double largest = 1;
        for (int group = 0; group < problem.groups(); group++) {
            groupRow[group] = solver.makeConstraint(-INFINITY, problem.groupLimit()[group]);
        }
        for (int request = 0; request < problem.requests(); request++) {
            requestRow[request] = solver.makeConstraint(-INFINITY, 1);
            Arrays.fill(requestOf, problem.pairStart()[request], problem.pairStart()[request + 1], request);
            largest = Math.max(largest, aim.worth(problem.requestWeight()[request], 1000));
        }
        this.missingCost = largest * 64;
        for (int pair = core.nextSetBit(0); pair >= 0; pair = core.nextSetBit(pair + 1)) {
            addColumn(pair);
        }
        for (int request = 0; request < problem.requests(); request++) {
            if (residual.isFixed(request)) {
                addFixed(request);
            }
        }
        BitSet all = new BitSet();
        all.set(0, problem.volunteers());
        new VolunteerRows(problem, residual, this).add(all);
    }

    /** Takes pairs into the core that are not in it. */
    void add(BitSet pairs) {
        BitSet volunteers = new BitSet();
        pairs.stream().forEach(pair -> {
            addColumn(pair);
            volunteers.set(problem.pairVolunteer()[pair]);
        });
        new VolunteerRows(problem, residual, this).add(volunteers);
    }

    private void addFixed(int request) {
        int pair = problem.fixedPair()[request];
        MPVariable fixed = solver.makeNumVar(1, 1, "");
        variable[pair] = fixed;
        objective.setCoefficient(fixed, aim.worth(problem.requestWeight()[request], problem.pairValue()[pair]));
    }

    private void addColumn(int pair) {
        int request = requestOf[pair];
        MPVariable column = solver.makeNumVar(0, INFINITY, "");
        variable[pair] = column;
        columns.add(pair);
        objective.setCoefficient(column, aim.worth(problem.requestWeight()[request], problem.pairValue()[pair]));
        requestRow[request].setCoefficient(column, 1);
        for (int group = problem.requestGroup()[request]; group >= 0; group = problem.groupParent()[group]) {
            groupRow[group].setCoefficient(column, 1);
        }
        for (int i = 0; i < tagRows.size(); i++) {
            if (isCharged(tagRows.get(i), request, pair)) {
                tagConstraints.get(i).setCoefficient(column, 1);
            }
        }
        if (excludedNow.get(pair)) {
            column.setUb(0);
        }
    }

    boolean has(int pair) {
        return variable[pair] != null;
    }

    int requestOf(int pair) {
        return requestOf[pair];
    }

    /** Adds {@code sum of coefficient * pair <= limit}; pairs outside the core are passed over. */
    void addRow(int[] pairs, double[] coefficients, double limit) {
        MPConstraint row = solver.makeConstraint(-INFINITY, limit);
        for (int i = 0; i < pairs.length; i++) {
            MPVariable column = variable[pairs[i]];
            if (column != null) {
                row.setCoefficient(column, coefficients[i]);
            }
        }
    }

    void addTagRow(int interaction, short[] tags) {
        TagRow row = new TagRow(interaction, tags, 0);
        MPVariable paid = penalty[interaction];
        if (paid == null) {
            paid = solver.makeNumVar(0, INFINITY, "");
            penalty[interaction] = paid;
            objective.setCoefficient(paid, -(double) aim.second() * problem.interactions()[interaction].penalty());
        }
        MPConstraint constraint = solver.makeConstraint(-INFINITY, 1);
        constraint.setCoefficient(paid, -1);
        chargeTag(row, problem.interactions()[interaction].first(), constraint);
        chargeTag(row, problem.interactions()[interaction].second(), constraint);
        tagRows.add(row);
        tagConstraints.add(constraint);
    }

    private void chargeTag(TagRow row, int request, MPConstraint constraint) {
        for (int pair = problem.pairStart()[request]; pair < problem.pairStart()[request + 1]; pair++) {
            MPVariable column = variable[pair];
            if (column != null && isCharged(row, request, pair)) {
                constraint.setCoefficient(column, 1);
            }
        }
    }

    private boolean isCharged(TagRow row, int request, int pair) {
        Interaction interaction = problem.interactions()[row.interaction()];
        boolean listed = Arrays.binarySearch(row.tags(), problem.pairTag()[pair]) >= 0;
        return request == interaction.first() && listed || request == interaction.second() && !listed;
    }

    void addClashRow(int interaction, int[] firstPairs, int[] secondPairs) {
        MPConstraint constraint = solver.makeConstraint(-INFINITY, 1);
        for (int[] side : new int[][] {firstPairs, secondPairs}) {
            for (int pair : side) {
                MPVariable column = variable[pair];
                if (column != null) {
                    constraint.setCoefficient(column, 1);
                }
            }
        }
        clashRows.add(new ClashRow(interaction, firstPairs, secondPairs, 0));
        clashConstraints.add(constraint);
    }

    /** Moves to another part of the plans. */
    void restrict(BitSet excluded, BitSet served) {
        for (int pair : columns) {
            if (excluded.get(pair) != excludedNow.get(pair)) {
                column(pair).setUb(excluded.get(pair) ? 0 : INFINITY);
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

    private void serve(int request, boolean must) {
        MPVariable slack = missing[request];
        if (slack == null) {
            slack = solver.makeNumVar(0, INFINITY, "");
            missing[request] = slack;
            requestRow[request].setCoefficient(slack, 1);
            objective.setCoefficient(slack, -missingCost);
        }
        slack.setUb(must ? INFINITY : 0);
        requestRow[request].setBounds(must ? 1 : -INFINITY, 1);
    }

    private MPVariable column(int pair) {
        return java.util.Objects.requireNonNull(variable[pair]);
    }

    /** Solves; false when the linear solver gives nothing to go by. */
    boolean solve() {
        if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
            return false;
        }
        value = objective.value();
        solution = new double[problem.pairs()];
        for (int pair = 0; pair < variable.length; pair++) {
            MPVariable column = variable[pair];
            solution[pair] = column == null ? 0 : column.solutionValue();
        }
        for (int request = 0; request < requestDual.length; request++) {
            requestDual[request] = requestRow[request].dualValue();
        }
        for (int group = 0; group < groupDual.length; group++) {
            groupDual[group] = groupRow[group].dualValue();
        }
        for (int interaction = 0; interaction < paid.length; interaction++) {
            MPVariable variablePaid = penalty[interaction];
            paid[interaction] = variablePaid == null ? 0 : variablePaid.solutionValue();
        }
        tagDual = tagConstraints.stream().mapToDouble(MPConstraint::dualValue).toArray();
        clashDual =
                clashConstraints.stream().mapToDouble(MPConstraint::dualValue).toArray();
        return true;
    }

    double value() {
        return value;
    }

    double taken(int pair) {
        return solution[pair];
    }

    List<Integer> columns() {
        return columns;
    }

    double penaltyPaid(int interaction) {
        return paid[interaction];
    }

    /** The prices of the last solution, rounded; negative only for requests that must be served. */
    Prices prices() {
        long scale = aim.scale();
        long[] request = new long[requestDual.length];
        for (int r = 0; r < request.length; r++) {
            long price = residual.isFixed(r) ? 0 : Math.round(requestDual[r] * scale);
            request[r] = servedNow.get(r) ? price : Math.max(0, price);
        }
        long[] group = Arrays.stream(groupDual)
                .mapToLong(dual -> Math.max(0, Math.round(dual * scale)))
                .toArray();
        long[] room = new long[problem.interactions().length];
        for (int i = 0; i < room.length; i++) {
            room[i] = Math.multiplyExact(aim.second() * scale, (long) problem.interactions()[i].penalty());
        }
        TagRow[] tags = new TagRow[tagRows.size()];
        for (int i = 0; i < tags.length; i++) {
            TagRow row = tagRows.get(i);
            long price = Math.clamp(Math.round(tagDual[i] * scale), 0, room[row.interaction()]);
            room[row.interaction()] -= price;
            tags[i] = new TagRow(row.interaction(), row.tags(), price);
        }
        ClashRow[] clashes = new ClashRow[clashRows.size()];
        for (int i = 0; i < clashes.length; i++) {
            ClashRow row = clashRows.get(i);
            long price = Math.max(0, Math.round(clashDual[i] * scale));
            clashes[i] = new ClashRow(row.interaction(), row.firstPairs(), row.secondPairs(), price);
        }
        return new Prices(aim.first() * scale, aim.second() * scale, request, group, tags, clashes);
    }

    @Override
    public void close() {
        solver.delete();
    }
}
