package nl.koppelwerk.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.koppelwerk.problem.Problem;

/**
 * A published assignment problem: every job goes to one agent, none left over, at least cost or most profit.
 *
 * <p>As a {@link Problem}: jobs are requests of weight 1, so that the first level counts the jobs assigned and a plan is
 * an answer exactly when it serves all of them; the objective is the second level, negated when it is minimised.
 *
 * @param worth for each agent and job what the assignment costs or brings
 * @param load for each agent and job what it takes of the agent's capacity
 */
public record AssignmentProblem(String name, Direction direction, int[][] worth, int[][] load, int[] capacity) {

    /** Capacity and load of a linear assignment: one job an agent. */
    static AssignmentProblem oneJobAnAgent(String name, Direction direction, int[][] worth) {
        int[][] load = new int[worth.length][];
        for (int agent = 0; agent < worth.length; agent++) {
            load[agent] = new int[worth[agent].length];
            Arrays.fill(load[agent], 1);
        }
        int[] capacity = new int[worth.length];
        Arrays.fill(capacity, 1);
        return new AssignmentProblem(name, direction, worth, load, capacity);
    }

    public int agents() {
        return capacity.length;
    }

    public int jobs() {
        return worth.length == 0 ? 0 : worth[0].length;
    }

    public Problem toProblem() {
        int jobs = jobs();
        int agents = agents();
        int[] pairStart = new int[jobs + 1];
        int[] volunteer = new int[jobs * agents];
        int[] value = new int[jobs * agents];
        int[] hours = new int[jobs * agents];
        for (int job = 0; job < jobs; job++) {
            pairStart[job + 1] = (job + 1) * agents;
            for (int agent = 0; agent < agents; agent++) {
                int p = job * agents + agent;
                volunteer[p] = agent;
                value[p] = direction.toValue(worth[agent][job]);
                hours[p] = load[agent][job];
            }
        }
        return new Problem(
                filled(new long[jobs], 1),
                new int[jobs],
                new boolean[jobs],
                filled(jobs, -1),
                new int[0],
                new int[0],
                filled(agents, jobs),
                filled(agents, jobs),
                capacity.clone(),
                pairStart,
                volunteer,
                value,
                hours,
                new long[value.length],
                new short[value.length],
                new Problem.Interaction[0],
                filled(jobs, -1),
                new long[jobs]);
    }

    private static int[] filled(int length, int value) {
        int[] array = new int[length];
        Arrays.fill(array, value);
        return array;
    }

    private static long[] filled(long[] array, long value) {
        Arrays.fill(array, value);
        return array;
    }

    /**
     * Reads generalised assignment: the OR-Library's files of several instances (their number first), and files of one
     * instance as Yagiura published them. Each instance: agents, jobs; then for each agent the worth of each job; then
     * for each agent the load of each job; then the capacities.
     *
     * @throws MalformedFileException naming line and value
     */
    public static List<AssignmentProblem> readGeneralised(String text, Direction direction) {
        return startsWithNumberOfInstances(text)
                ? readSeveral(text, direction)
                : List.of(readOne(new Numbers(text), "1", direction, true));
    }

    /** Reads linear assignment as in the OR-Library: the size, then the costs row by row. */
    public static AssignmentProblem readLinear(String text, Direction direction) {
        Numbers numbers = new Numbers(text);
        int size = numbers.next("the number of rows", 1, 20_000);
        int[][] worth = matrix(numbers, size, size, "the cost of row %d, column %d", -1_000_000_000);
        numbers.end("the costs");
        return oneJobAnAgent("1", direction, worth);
    }

    /** The numbers of one instance are 2 + 2 m n + m; a file cut short is judged by its first line, "k" or "m n". */
    private static boolean startsWithNumberOfInstances(String text) {
        Numbers numbers = new Numbers(text);
        int first = numbers.next("a number", Integer.MIN_VALUE, Integer.MAX_VALUE);
        boolean aloneOnItsLine = numbers.line() > 1;
        int second = numbers.next("a number", Integer.MIN_VALUE, Integer.MAX_VALUE);
        long count = 2;
        while (numbers.hasNext()) {
            numbers.skip();
            count++;
        }
        return aloneOnItsLine && count != 2 + 2L * first * second + first;
    }

    private static List<AssignmentProblem> readSeveral(String text, Direction direction) {
        Numbers numbers = new Numbers(text);
        int count = numbers.next("the number of instances", 1, 1_000);
        List<AssignmentProblem> problems = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            problems.add(readOne(numbers, String.valueOf(i), direction, i == count));
        }
        return List.copyOf(problems);
    }

    private static AssignmentProblem readOne(Numbers numbers, String name, Direction direction, boolean isLast) {
        int agents = numbers.next("the number of agents", 1, 100_000);
        int jobs = numbers.next("the number of jobs", 1, 100_000);
        int[][] worth = matrix(numbers, agents, jobs, "the worth of agent %d, job %d", -1_000_000_000);
        int[][] load = matrix(numbers, agents, jobs, "the load of agent %d, job %d", 0);
        int[] capacity = new int[agents];
        for (int agent = 0; agent < agents; agent++) {
            capacity[agent] = numbers.next("the capacity of agent " + (agent + 1), 0, Integer.MAX_VALUE);
        }
        if (isLast) {
            numbers.end("the last instance");
        }
        return new AssignmentProblem(name, direction, worth, load, capacity);
    }

    private static int[][] matrix(Numbers numbers, int rows, int columns, String what, int least) {
        int[][] matrix = new int[rows][];
        for (int row = 0; row < rows; row++) {
            matrix[row] = new int[columns];
            for (int column = 0; column < columns; column++) {
                matrix[row][column] = numbers.next(what.formatted(row + 1, column + 1), least, 1_000_000_000);
            }
        }
        return matrix;
    }
}
