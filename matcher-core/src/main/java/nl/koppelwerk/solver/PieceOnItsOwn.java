package nl.koppelwerk.solver;

import java.time.Clock;

/** Plans a piece that came from another machine. */
public final class PieceOnItsOwn {
    private PieceOnItsOwn() {}

    /** @param clock tells the time limit only */
    public static PieceAnswer plan(PieceTask task, Settings settings, Clock clock) {
        Stopwatch stopwatch = new Stopwatch(clock, settings.timeLimit());
        return switch (task) {
            case PieceTask.Part part ->
                new PartOptimiser(settings, stopwatch, Hands.OWN).plan(part, (best, bound) -> {});
            case PieceTask.Region region -> new PieceOptimiser(settings.steps()).sweep(region, stopwatch);
        };
    }
}
