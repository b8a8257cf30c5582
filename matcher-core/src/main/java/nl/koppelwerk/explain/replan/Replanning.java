package nl.koppelwerk.explain.replan;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblems;
import nl.koppelwerk.solver.Optimiser;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Settings;
import nl.koppelwerk.solver.Status;

/**
 * Plans again around one request with a pair forced or ruled out: the requests that this may reach are free, the rest is
 * held.
 */
public final class Replanning {
    /** So many requests are planned again at most: an answer while somebody waits. */
    private static final int MOST_REQUESTS = 150;

    private final Problem problem;
    private final Result before;
    private final Optimiser optimiser;
    private final Settings settings;
    private final Neighbourhood neighbourhood;

    public Replanning(Problem problem, Result before, Clock clock, Settings settings) {
        this.problem = problem;
        this.before = before;
        this.optimiser = new Optimiser(clock);
        this.settings = settings;
        this.neighbourhood = new Neighbourhood(problem, before.plan());
    }

    /** The best plan found in which the request gets this pair; empty when pairings under way leave no room for it. */
    public Optional<Replanned> forcing(int request, int pair) {
        int from = problem.pairStart()[request];
        int to = problem.pairStart()[request + 1];
        return replan(
                        request,
                        piece -> piece.keeping(one -> one < from || one >= to || one == pair)
                                .insistingOn(request))
                .filter(replanned -> replanned.plan().pair()[request] == pair);
    }

    /** The best plan found in which the request does not get this pair. */
    public Optional<Replanned> avoiding(int request, int pair) {
        return replan(request, piece -> piece.keeping(one -> one != pair));
    }

    private Optional<Replanned> replan(int request, UnaryOperator<Piece> change) {
        Neighbourhood.Reached reached = neighbourhood.around(request, MOST_REQUESTS);
        Piece piece = change.apply(Piece.of(new SubProblems(problem, before.plan()).of(reached.requests())));
        Result result = optimiser.optimise(piece.problem(), settings, Progress.NONE);
        if (result.status() == Status.INFEASIBLE) {
            return Optional.empty();
        }
        Plan plan = piece.putIn(before.plan(), result.plan());
        PlanValue now = PlanChecker.value(problem, plan);
        PlanValue loss = new PlanValue(
                before.value().servedWeight() - now.servedWeight(),
                before.value().fit() - now.fit());
        boolean exact = reached.whole() && result.status() == Status.OPTIMAL;
        return Optional.of(new Replanned(plan, loss, exact));
    }
}
