package nl.koppelwerk.solver;

import java.time.Duration;

/**
 * How hard to search. The same problem, seed and steps give the same plan on any machine and with any number of
 * threads, unless the time limit had to end the search ({@link Result#clockWasNeeded}).
 *
 * @param steps moves tried a request in a part, or in a region of a large part; what normally ends a search
 * @param rounds how many times a large part is divided into regions
 * @param priceSteps steps towards the prices that bound the problem, a level
 * @param nodes branches looked at, a level, to finish a part exactly; fewer in parts of more than some hundreds
 * @param timeLimit safety net for the whole
 */
public record Settings(long seed, int steps, int rounds, int priceSteps, int nodes, Duration timeLimit, int threads) {

    /** So many branches that only a proof or the time limit ends the search. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    public Settings {
        if (steps < 0 || rounds < 0 || priceSteps < 1 || nodes < 0 || timeLimit.isNegative() || threads < 1) {
            throw new IllegalArgumentException(
                    "steps %d, rounds %d, price steps %d, time limit %s, threads %d: too few, negative or none"
                            .formatted(steps, rounds, priceSteps, timeLimit, threads));
        }
    }

    /** With as many rounds and price steps as a night has. */
    public Settings(long seed, int steps, Duration timeLimit, int threads) {
        this(seed, steps, 8, 400, 1_000, timeLimit, threads);
    }

    /** What a night needs: enough steps for the search to find nothing more, and all cores. */
    public static Settings nightly(long seed) {
        return new Settings(
                seed,
                2,
                8,
                400,
                1_000,
                Duration.ofMinutes(30),
                Runtime.getRuntime().availableProcessors());
    }

    /** Searches until a proof or for so long: what it finds then depends on the machine. */
    public static Settings within(Duration limit, long seed) {
        Settings nightly = nightly(seed);
        return new Settings(seed, nightly.steps, nightly.rounds, nightly.priceSteps, UNLIMITED, limit, nightly.threads);
    }

    public Settings withSteps(int newSteps) {
        return new Settings(seed, newSteps, rounds, priceSteps, nodes, timeLimit, threads);
    }

    public Settings withTimeLimit(Duration limit) {
        return new Settings(seed, steps, rounds, priceSteps, nodes, limit, threads);
    }

    public Settings withThreads(int number) {
        return new Settings(seed, steps, rounds, priceSteps, nodes, timeLimit, number);
    }
}
