package nl.koppelwerk.solver;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws a division of a block: the ways of one half of its jobs and those of the other half are written out, and two that
 * fit into the agents' hours together are drawn, the less they lose the likelier.
 */
final class BlockDivision {

    private static final double NARROWED = 0.8;

    /** What loses nothing stays however narrow it gets; then the ways that there is room for have to do. */
    private static final int MOST_NARROWED = 12;

    private static final int MOST_WEIGHED = 1_000_000;
    private static final double CHEAPEST_HOUR = 0.01;

    private final double mostLost;
    private final SplittableRandom random;
    private final BlockWays some;
    private final BlockWays others;
    private double chance;
    private int weighed;
    private int ofSome;
    private int ofOthers;

    /** @param mostLost what a division may lose at most, so that those of a bad plan are not too many to write out */
    BlockDivision(int agents, double mostLost, SplittableRandom random) {
        this.mostLost = mostLost;
        this.random = random;
        this.some = new BlockWays(agents);
        this.others = new BlockWays(agents);
    }

    /**
     * For each job its agent; empty when nothing fits that loses little enough.
     *
     * @param heat how much more than now a division may lose, about
     */
    Optional<int[]> draw(Block block, double heat) {
        double most = Math.min(mostLost, block.lost() - heat * Math.log(random.nextDouble()));
        int[] jobs = shuffled(block, most);
        for (int i = 0; !fill(block, jobs, most) && i < MOST_NARROWED; i++) {
            most *= NARROWED;
        }
        join(block, most, heat);
        if (chance == Double.NEGATIVE_INFINITY) {
            return Optional.empty();
        }
        int[] agentOf = block.best().clone();
        some.apply(ofSome, agentOf);
        others.apply(ofOthers, agentOf);
        return Optional.of(agentOf);
    }

    /** Both halves, as far as there is room for their ways. */
    private boolean fill(Block block, int[] jobs, double most) {
        int middle = jobs.length / 2;
        boolean all = some.fill(block, jobs, 0, middle, most);
        return others.fill(block, jobs, middle, jobs.length, most) && all;
    }

    private int[] shuffled(Block block, double most) {
        int[] open = IntStream.range(0, block.jobs())
                .filter(job -> block.isOpen(job, most))
                .toArray();
        for (int i = open.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = open[i];
            open[i] = open[other];
            open[other] = swapped;
        }
        return open;
    }

    private void join(Block block, double most, double heat) {
        chance = Double.NEGATIVE_INFINITY;
        weighed = 0;
        others.sort();
        for (int way = 0; way < some.size() && weighed < MOST_WEIGHED; way++) {
            int one = way;
            double left = most - some.loss(way);
            others.within(
                    block.room()[0] - some.moved(0, way),
                    left / Math.max(CHEAPEST_HOUR, block.price()[0]),
                    block.room()[1] - some.moved(1, way),
                    left / Math.max(CHEAPEST_HOUR, block.price()[1]),
                    other -> weigh(block, one, other, most, heat));
        }
    }

    private void weigh(Block block, int one, int other, double most, double heat) {
        weighed++;
        double lost = some.loss(one) + others.loss(other);
        for (int agent = 0; agent < block.agents() && lost <= most; agent++) {
            int room = block.room()[agent] - some.moved(agent, one) - others.moved(agent, other);
            lost = room < 0 ? Double.POSITIVE_INFINITY : lost + block.price()[agent] * room;
        }
        if (lost <= most) {
            double drawn = -lost / heat - Math.log(-Math.log(random.nextDouble()));
            if (drawn > chance) {
                chance = drawn;
                ofSome = one;
                ofOthers = other;
            }
        }
    }
}
