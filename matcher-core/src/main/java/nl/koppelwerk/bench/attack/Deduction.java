package nl.koppelwerk.bench.attack;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/** Linear programming over everything published: the least and the most families that a group can have. */
final class Deduction implements AutoCloseable {
    private static final double ROUNDING = 1e-6;
    /** Families of one kind: keeps every deduction bounded, far above any threshold. */
    private static final double MORE_THAN_ANYBODY_HAS = 100_000;

    private final MPSolver solver;
    private final List<MPVariable> families = new ArrayList<>();

    /** A group of families to bound, with the least and most of it that a population had. */
    static final class Group {
        final String name;
        final long families;
        private final int[] kinds;
        private double leastSeen = Double.POSITIVE_INFINITY;
        private double mostSeen = Double.NEGATIVE_INFINITY;
        private long least = 0;
        private long most = Long.MAX_VALUE;

        Group(String name, long families, int[] kinds) {
            this.name = name;
            this.families = families;
            this.kinds = kinds;
        }

        private void see(double[] population) {
            double sum = 0;
            for (int kind : kinds) {
                sum += population[kind];
            }
            leastSeen = Math.min(leastSeen, sum);
            mostSeen = Math.max(mostSeen, sum);
        }

        /** Two more than enough, so that rounding inwards cannot matter. */
        private boolean differsBy(int enough) {
            return mostSeen - leastSeen >= enough + 2;
        }

        boolean isBoundedTo(int width) {
            return !differsBy(width) && most - least < width;
        }

        @Override
        public String toString() {
            return name + ": " + families + " families, bounded to " + least + " to " + most;
        }
    }

    Deduction(int kinds) {
        Loader.loadNativeLibraries();
        solver = MPSolver.createSolver("GLOP");
        for (int kind = 0; kind < kinds; kind++) {
            families.add(solver.makeNumVar(0, MORE_THAN_ANYBODY_HAS, ""));
        }
    }

    void know(int[] kinds, long number) {
        MPConstraint constraint = solver.makeConstraint(number, number);
        for (int kind : kinds) {
            constraint.setCoefficient(families.get(kind), 1);
        }
    }

    /**
     * Bounds all groups. Each solution is a population (if of fractions of families) that agrees with all that is known;
     * a group that differed by {@code enough} between two of them needs no bounds of its own.
     */
    void bound(List<Group> groups, int enough) {
        for (Group group : groups) {
            if (!group.differsBy(enough)) {
                group.most = (long) Math.floor(most(group.kinds, 1, groups) + ROUNDING);
            }
            if (!group.differsBy(enough)) {
                group.least = (long) Math.ceil(-most(group.kinds, -1, groups) - ROUNDING);
            }
        }
    }

    private double most(int[] kinds, int sign, List<Group> groups) {
        MPObjective objective = solver.objective();
        objective.clear();
        for (int kind : kinds) {
            objective.setCoefficient(families.get(kind), sign);
        }
        objective.setMaximization();
        MPSolver.ResultStatus status = solver.solve();
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("the attacker's deduction ended " + status);
        }
        double[] population =
                families.stream().mapToDouble(MPVariable::solutionValue).toArray();
        groups.forEach(group -> group.see(population));
        return objective.value();
    }

    @Override
    public void close() {
        solver.delete();
    }
}
