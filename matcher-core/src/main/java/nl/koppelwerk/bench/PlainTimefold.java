package nl.koppelwerk.bench;

import java.time.Duration;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.timefold.DefaultSearch;

/** Timefold as its guide sets it up: constraint streams, construction heuristic, its own moves. */
record PlainTimefold() implements Contender {

    @Override
    public String name() {
        return "Timefold, default";
    }

    @Override
    public Attempt solve(Problem problem, Duration time) {
        return Attempt.of(DefaultSearch.solve(problem, time));
    }
}
