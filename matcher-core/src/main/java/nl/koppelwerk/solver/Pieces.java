package nl.koppelwerk.solver;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/** Pieces to be planned at the same time: they share nothing. */
public final class Pieces {

    private final List<? extends PieceTask> tasks;
    private final Settings settings;
    private final Stopwatch stopwatch;
    private final IntFunction<PieceAnswer> here;
    private final Heard heard;

    Pieces(
            List<? extends PieceTask> tasks,
            Settings settings,
            Stopwatch stopwatch,
            IntFunction<PieceAnswer> here,
            Heard heard) {
        this.tasks = tasks;
        this.settings = settings;
        this.stopwatch = stopwatch;
        this.here = here;
        this.heard = heard;
    }

    /** Told what was planned elsewhere. */
    @FunctionalInterface
    interface Heard {
        void answer(int piece, PieceAnswer answer);
    }

    public int count() {
        return tasks.size();
    }

    public PieceTask task(int piece) {
        return tasks.get(piece);
    }

    public Settings settings() {
        return settings;
    }

    /** Time to go, never negative: nobody needs to plan for longer. */
    public Duration left() {
        return stopwatch.toGo();
    }

    /** Whether a piece is worth sending to another machine: not one that is there at once, nor one that is divided here. */
    public boolean canTravel(int piece) {
        int requests = tasks.get(piece).problem().requests();
        return requests > 1 && requests <= PartOptimiser.SEARCHED_AS_ONE;
    }

    /** Plans one on the thread that asks. */
    public PieceAnswer planHere(int piece) {
        return here.apply(piece);
    }

    /** Whether what somebody else says is an answer to the piece; when it is, whoever watches the search is told. */
    public boolean accept(int piece, PieceAnswer answer) {
        boolean good = tasks.get(piece).isAnsweredBy(answer);
        if (good) {
            heard.answer(piece, answer);
        }
        return good;
    }
}
