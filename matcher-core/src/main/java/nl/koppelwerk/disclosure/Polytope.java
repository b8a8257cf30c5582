package nl.koppelwerk.disclosure;

import java.util.Arrays;

/**
 * All populations that agree with what is published: x &ge; 0 families of each kind, and each published number met.
 * A tableau simplex that walks from vertex to vertex and shows each to a visitor. It may err, being floating point, and
 * may give up; whoever uses a vertex checks it in whole numbers.
 */
final class Polytope {
    /** Sees a vertex: the numbers of its basic columns and their values. Returns whether to go on. */
    interface Visitor {
        boolean visit(int[] basis, double[] values);
    }

    private static final double ZERO = 1e-9;
    private static final int MOST_STEPS = 4000;
    private static final int STEPS_BEFORE_CARE = 300;

    private final int columns;
    private double[][] rows;
    private int[] basis;

    /**
     * @param matrix one row a published number, one column a kind of family
     * @param values the published numbers, 0 or more
     */
    Polytope(double[][] matrix, double[] values) {
        columns = matrix.length == 0 ? 0 : matrix[0].length;
        rows = new double[matrix.length][];
        basis = new int[matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            rows[row] = Arrays.copyOf(matrix[row], columns + 1);
            rows[row][columns] = values[row];
            basis[row] = columns + row;
        }
    }

    /** Walks to a first vertex; false when there seems to be none. */
    boolean start() {
        double[] reduced = new double[columns + 1];
        for (double[] row : rows) {
            for (int column = 0; column <= columns; column++) {
                reduced[column] += row[column];
            }
        }
        climb(reduced, (_, _) -> true);
        return reduced[columns] < 1e-6 && dropArtificial();
    }

    private boolean dropArtificial() {
        int kept = 0;
        for (int row = 0; row < rows.length; row++) {
            if (basis[row] >= columns) {
                int column = firstNonZero(rows[row]);
                if (column < 0) {
                    continue;
                }
                pivot(row, column, new double[columns + 1]);
            }
            rows[kept] = rows[row];
            basis[kept++] = basis[row];
        }
        rows = Arrays.copyOf(rows, kept);
        basis = Arrays.copyOf(basis, kept);
        return true;
    }

    private int firstNonZero(double[] row) {
        for (int column = 0; column < columns; column++) {
            if (Math.abs(row[column]) > 1e-7) {
                return column;
            }
        }
        return -1;
    }

    /** Makes {@code worth} as large as it gets, showing each vertex, until the visitor has seen enough. */
    void maximise(double[] worth, Visitor visitor) {
        double[] reduced = Arrays.copyOf(worth, columns + 1);
        for (int row = 0; row < rows.length; row++) {
            double factor = worth[basis[row]];
            if (factor != 0) {
                for (int column = 0; column <= columns; column++) {
                    reduced[column] -= factor * rows[row][column];
                }
            }
        }
        climb(reduced, visitor);
    }

    private void climb(double[] reduced, Visitor visitor) {
        for (int step = 0; step < MOST_STEPS && show(visitor); step++) {
            int entering = entering(reduced, step > STEPS_BEFORE_CARE);
            int leaving = entering < 0 ? -1 : leaving(entering);
            if (leaving < 0) {
                return;
            }
            pivot(leaving, entering, reduced);
        }
    }

    private boolean show(Visitor visitor) {
        double[] values = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            values[row] = rows[row][columns];
        }
        return visitor.visit(basis, values);
    }

    /** The steepest column; when careful the first, which cannot go round in circles. */
    private int entering(double[] reduced, boolean careful) {
        int best = -1;
        for (int column = 0; column < columns; column++) {
            if (reduced[column] > 1e-7 && (best < 0 || reduced[column] > reduced[best])) {
                best = column;
                if (careful) {
                    return best;
                }
            }
        }
        return best;
    }

    private int leaving(int entering) {
        int best = -1;
        double bestRatio = Double.POSITIVE_INFINITY;
        for (int row = 0; row < rows.length; row++) {
            double size = rows[row][entering];
            if (size > 1e-7) {
                double ratio = rows[row][columns] / size;
                if (ratio < bestRatio - ZERO || ratio < bestRatio + ZERO && basis[row] < basis[best]) {
                    best = row;
                    bestRatio = ratio;
                }
            }
        }
        return best;
    }

    private void pivot(int leaving, int entering, double[] reduced) {
        double[] pivotRow = rows[leaving];
        double divisor = pivotRow[entering];
        for (int column = 0; column <= columns; column++) {
            pivotRow[column] /= divisor;
        }
        for (int row = 0; row < rows.length; row++) {
            if (row != leaving) {
                subtract(rows[row], pivotRow, entering);
            }
        }
        subtract(reduced, pivotRow, entering);
        basis[leaving] = entering;
    }

    private static void subtract(double[] row, double[] pivotRow, int entering) {
        double factor = row[entering];
        if (factor != 0) {
            for (int column = 0; column < row.length; column++) {
                row[column] -= factor * pivotRow[column];
            }
            row[entering] = 0;
        }
    }
}
