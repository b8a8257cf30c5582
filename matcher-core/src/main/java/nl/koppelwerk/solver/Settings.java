package nl.koppelwerk.solver;

import java.time.Duration;

/**
 * How hard to search. The same problem, seed and steps give the same plan on any machine and with any number of
 * threads, unless the time limit had to end the search ({@link Result#clockWasNeeded}).
 *
 * @param steps moves tried a request, in each part; what normally ends a search
 * @param timeLimit safety net for the whole
 */
public record Settings(long seed, int steps, Duration timeLimit, int threads) {

    public Settings {
        if (steps < 0 || timeLimit.isNegative() || threads < 1) {
            throw new IllegalArgumentException("steps %d, time limit %s, threads %d: too few, negative or none"
                    .formatted(steps, timeLimit, threads));
        }
    }

    /** What a night needs: enough steps for the search to find nothing more, and all cores. */
    public static Settings nightly(long seed) {
        return new Settings(
                seed, 20, Duration.ofMinutes(30), Runtime.getRuntime().availableProcessors());
    }

    public Settings withSteps(int newSteps) {
        return new Settings(seed, newSteps, timeLimit, threads);
    }

    public Settings withTimeLimit(Duration limit) {
        return new Settings(seed, steps, limit, threads);
    }

    public Settings withThreads(int number) {
        return new Settings(seed, steps, timeLimit, number);
    }
}
