package nl.koppelwerk.trial;

import java.util.Arrays;
import java.util.SplittableRandom;
import nl.koppelwerk.format.AssignmentProblem;
import nl.koppelwerk.format.Direction;

/** Generalised assignment problems by the published definitions of classes A to E, all minimising. */
public final class GeneralisedAssignments {

    private final SplittableRandom random;
    private final int agents;
    private final int jobs;

    private GeneralisedAssignments(int agents, int jobs, long seed) {
        this.random = new SplittableRandom(seed);
        this.agents = agents;
        this.jobs = jobs;
    }

    /** @param type A to E */
    public static AssignmentProblem of(char type, int agents, int jobs, long seed) {
        GeneralisedAssignments made = new GeneralisedAssignments(agents, jobs, seed);
        int[][] load = new int[agents][jobs];
        int[][] cost = new int[agents][jobs];
        for (int i = 0; i < agents; i++) {
            for (int j = 0; j < jobs; j++) {
                load[i][j] = made.load(type);
                cost[i][j] = made.cost(type, load[i][j]);
            }
        }
        String name = "%s%02d%d".formatted(Character.toLowerCase(type), agents, jobs);
        return new AssignmentProblem(name, Direction.MINIMISE, cost, load, made.capacity(type, load, cost));
    }

    private int load(char type) {
        return switch (type) {
            case 'A', 'B', 'C' -> between(5, 25);
            case 'D' -> between(1, 100);
            case 'E' -> (int) Math.round(1 - 10 * StrictMath.log(1 - random.nextDouble()));
            default -> throw new IllegalArgumentException("class " + type + ", expected A to E");
        };
    }

    private int cost(char type, int load) {
        return switch (type) {
            case 'D' -> 111 - load + between(-10, 10);
            case 'E' -> (int) Math.round(1000.0 / load - 10 * random.nextDouble());
            default -> between(10, 50);
        };
    }

    private int[] capacity(char type, int[][] load, int[][] cost) {
        int[] capacity = new int[agents];
        if (type == 'A' || type == 'B') {
            double tightest = 0.6 * jobs / agents * 15 + 0.4 * largestLoadAtLeastCost(load, cost);
            Arrays.fill(capacity, (int) (type == 'A' ? tightest : 0.7 * tightest));
        } else {
            Arrays.setAll(capacity, i -> (int) (0.8 * Arrays.stream(load[i]).sum() / agents));
        }
        return capacity;
    }

    private int largestLoadAtLeastCost(int[][] load, int[][] cost) {
        int[] sum = new int[agents];
        for (int j = 0; j < jobs; j++) {
            int cheapest = 0;
            for (int i = 1; i < agents; i++) {
                cheapest = cost[i][j] < cost[cheapest][j] ? i : cheapest;
            }
            sum[cheapest] += load[cheapest][j];
        }
        return Arrays.stream(sum).max().orElse(0);
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }
}
