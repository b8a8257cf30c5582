package nl.koppelwerk.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Searches, for each group of few families, two populations that agree with all figures and differ in the group. */
final class Witnesses {
    private final Part part;
    private final int threshold;
    private final List<Part.Kind> kinds;
    private final int[][] matrix;
    private final long[] numbers;
    private final List<Group> groups = new ArrayList<>();

    /** A group with the least and most of it that a witness had. */
    private static final class Group {
        private final Optional<Question> question;
        private final BitSet kinds = new BitSet();
        private long least;
        private long most;

        private Group(Optional<Question> question, long families) {
            this.question = question;
            this.least = families;
            this.most = families;
        }
    }

    Witnesses(Part part, int threshold) {
        this.part = part;
        this.threshold = threshold;
        this.kinds = List.copyOf(part.kinds().keySet());
        int rows = part.answered().size() + part.patterns().size();
        this.matrix = new int[rows][kinds.size() + part.splits().size()];
        this.numbers = new long[rows];
        addFigures();
        addPatterns();
        addHidden();
        addSetApart();
    }

    private int families(int kind) {
        return part.kinds().getOrDefault(kinds.get(kind), 0);
    }

    private void addFigures() {
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (int row : kinds.get(kind).answered().stream().toArray()) {
                matrix[row][kind] = 1;
                numbers[row] += families(kind);
            }
        }
    }

    private void addPatterns() {
        Map<Part.Pattern, Integer> rowOf = new LinkedHashMap<>();
        part.patterns().forEach((pattern, families) -> {
            int row = part.answered().size() + rowOf.size();
            rowOf.put(pattern, row);
            numbers[row] = families;
        });
        for (int kind = 0; kind < kinds.size(); kind++) {
            Integer row = rowOf.get(kinds.get(kind).pattern());
            if (row != null) {
                matrix[row][kind] = 1;
            }
        }
        for (int split = 0; split < part.splits().size(); split++) {
            Part.Split found = part.splits().get(split);
            int column = kinds.size() + split;
            matrix[rowOf.getOrDefault(found.whole(), 0)][column] += 1;
            matrix[rowOf.getOrDefault(found.one(), 0)][column] -= 1;
            matrix[rowOf.getOrDefault(found.other(), 0)][column] -= 1;
        }
    }

    private void addHidden() {
        for (int question = 0; question < part.hidden().size(); question++) {
            int hidden = question;
            add(Optional.of(part.hidden().get(question)), kind -> kind.hidden().get(hidden));
        }
    }

    /** Families that the figures set apart, where they are few: what differencing would find. */
    private void addSetApart() {
        Map<BitSet, Integer> families = new LinkedHashMap<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            families.merge(kinds.get(kind).answered(), families(kind), Integer::sum);
        }
        families.forEach((answered, count) -> {
            if (count > 0 && count < threshold && !answered.isEmpty()) {
                add(Optional.empty(), kind -> kind.answered().equals(answered));
            }
        });
    }

    private void add(Optional<Question> question, java.util.function.Predicate<Part.Kind> isMember) {
        BitSet members = new BitSet();
        long families = 0;
        for (int kind = 0; kind < kinds.size(); kind++) {
            if (isMember.test(kinds.get(kind))) {
                members.set(kind);
                families += families(kind);
            }
        }
        if (!members.isEmpty()) {
            Group group = new Group(question, families);
            group.kinds.or(members);
            groups.add(group);
        }
    }

    /** The question of each open group; empty for a group that only differencing finds. */
    List<Optional<Question>> open() {
        Polytope polytope =
                new Polytope(toDouble(), Arrays.stream(numbers).asDoubleStream().toArray());
        if (!groups.isEmpty() && polytope.start()) {
            for (Group group : groups) {
                for (int sign = 1; sign >= -1 && isOpen(group); sign -= 2) {
                    polytope.maximise(worth(group, sign), (basis, values) -> show(basis, values, group));
                }
            }
        }
        return groups.stream().filter(this::isOpen).map(group -> group.question).toList();
    }

    private boolean isOpen(Group group) {
        return group.most - group.least < threshold;
    }

    private double[][] toDouble() {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).asDoubleStream().toArray())
                .toArray(double[][]::new);
    }

    private double[] worth(Group group, int sign) {
        double[] worth = new double[kinds.size() + part.splits().size()];
        group.kinds.stream().forEach(kind -> worth[kind] = sign);
        return worth;
    }

    /** Every vertex in whole numbers that meets all figures is a witness for all groups. */
    private boolean show(int[] basis, double[] values, Group wanted) {
        long[] sums = new long[numbers.length];
        for (int at = 0; at < basis.length; at++) {
            long whole = Math.round(values[at]);
            if (Math.abs(values[at] - whole) > 1e-6 || whole < 0) {
                return true;
            }
            for (int row = 0; row < sums.length && whole > 0; row++) {
                sums[row] += whole * matrix[row][basis[at]];
            }
        }
        if (Arrays.equals(sums, numbers)) {
            groups.forEach(group -> widen(group, basis, values));
        }
        return isOpen(wanted);
    }

    private static void widen(Group group, int[] basis, double[] values) {
        long families = 0;
        for (int at = 0; at < basis.length; at++) {
            families += group.kinds.get(basis[at]) ? Math.round(values[at]) : 0;
        }
        group.least = Math.min(group.least, families);
        group.most = Math.max(group.most, families);
    }
}
