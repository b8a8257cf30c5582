package nl.koppelwerk.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.Optimiser;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Settings;

/** The optimiser as the night uses it. */
record Ours(Clock clock, long seed) implements Contender {

    @Override
    public String name() {
        return "Koppelwerk";
    }

    @Override
    public Attempt solve(Problem problem, Duration time) {
        Settings settings = Settings.nightly(seed).withTimeLimit(time);
        Result result = new Optimiser(clock).optimise(problem, settings, Progress.NONE);
        return new Attempt(
                result.plan(),
                OptionalLong.of(result.bound().servedWeight()),
                OptionalLong.of(result.bound().fit()));
    }
}
