package nl.koppelwerk.solver;

import java.util.Arrays;

/**
 * All ways to give some jobs of a block to other agents than their best, with what each loses and moves; in plain arrays
 * that serve one block after another.
 */
final class BlockWays {

    private static final int MOST = 20_000;
    private static final int SMALLEST_CELL = 8;
    private static final int MOST_CELLS = 256;

    private final double[] loss = new double[MOST];
    private final int[][] moved;
    private final int[] before = new int[MOST];
    private final int[] job = new int[MOST];
    private final byte[] to = new byte[MOST];
    private final int[] nextInCell = new int[MOST];
    private final int[] cells = new int[MOST_CELLS * MOST_CELLS];
    private int size;
    private Axis first = new Axis(0, 1, 1);
    private Axis second = first;

    /** Hours that the ways move of an agent, in cells. */
    private record Axis(int least, int cell, int cells) {
        static Axis of(int[] hours, int size) {
            int least = Arrays.stream(hours, 0, size).min().orElse(0);
            int most = Arrays.stream(hours, 0, size).max().orElse(0);
            int cell = Math.max(SMALLEST_CELL, (most - least) / MOST_CELLS + 1);
            return new Axis(least, cell, (most - least) / cell + 1);
        }

        int cell(int hours) {
            return (hours - least) / cell;
        }

        int from(int most, double below) {
            return (int) Math.max(0, most - least - below) / cell;
        }

        /** -1: none of the ways moves so little. */
        int end(int most) {
            return most < least ? -1 : Math.min(cells - 1, cell(most));
        }
    }

    /** @param agents in a block, 2 to 127 */
    BlockWays(int agents) {
        this.moved = new int[agents][MOST];
    }

    int size() {
        return size;
    }

    double loss(int way) {
        return loss[way];
    }

    /** Hours more than the agent has when each job is with its best. */
    int moved(int agent, int way) {
        return moved[agent][way];
    }

    /**
     * Writes the ways out.
     *
     * @param jobs of these the ones from a place to before another
     * @param most what a way may lose
     * @return false: there are too many, and the first of them were written
     */
    boolean fill(Block block, int[] jobs, int from, int end, double most) {
        size = 1;
        before[0] = -1;
        loss[0] = 0;
        for (int[] hours : moved) {
            hours[0] = 0;
        }
        for (int i = from; i < end; i++) {
            int known = size;
            for (int agent = 0; agent < moved.length; agent++) {
                if (block.goesTo(agent, jobs[i], most) && !add(block, jobs[i], agent, known, most)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean add(Block block, int aJob, int agent, int known, double most) {
        double more = block.loss()[aJob][agent];
        int best = block.best()[aJob];
        for (int way = 0; way < known; way++) {
            if (loss[way] + more <= most) {
                if (size == MOST) {
                    return false;
                }
                for (int[] hours : moved) {
                    hours[size] = hours[way];
                }
                moved[best][size] -= block.hours()[aJob][best];
                moved[agent][size] += block.hours()[aJob][agent];
                loss[size] = loss[way] + more;
                before[size] = way;
                job[size] = aJob;
                to[size++] = (byte) agent;
            }
        }
        return true;
    }

    /** Says of the jobs that the way moves where they go. */
    void apply(int way, int[] agentOf) {
        for (int at = way; before[at] >= 0; at = before[at]) {
            agentOf[job[at]] = to[at];
        }
    }

    /** Sorts the ways by what they move of the first two agents, for {@link #within}. */
    void sort() {
        first = Axis.of(moved[0], size);
        second = Axis.of(moved[1], size);
        Arrays.fill(cells, 0, first.cells * second.cells, -1);
        for (int way = 0; way < size; way++) {
            int cell = first.cell(moved[0][way]) * second.cells + second.cell(moved[1][way]);
            nextInCell[way] = cells[cell];
            cells[cell] = way;
        }
    }

    /** What is to be done with a way. */
    interface Visit {
        void way(int way);
    }

    /** Visits at least the ways that move the first two agents by no more than this and by no less than so much below. */
    void within(int most0, double below0, int most1, double below1, Visit visit) {
        for (int a = first.from(most0, below0); a <= first.end(most0); a++) {
            for (int b = second.from(most1, below1); b <= second.end(most1); b++) {
                for (int way = cells[a * second.cells + b]; way >= 0; way = nextInCell[way]) {
                    visit.way(way);
                }
            }
        }
    }
}
