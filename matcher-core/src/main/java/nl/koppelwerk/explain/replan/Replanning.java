package nl.koppelwerk.explain.replan;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblems;
import nl.koppelwerk.solver.Optimiser;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Replanner;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Settings;
import nl.koppelwerk.solver.Status;

/**
 * Plans again around one request with a pair forced or ruled out.
 *
 * <p>Chains from the plan as it is give an answer at once that changes little. Where the requests that the choice can reach
 * are few, the whole of them is planned again as well, and the better of the two holds: then it may be proved.
 */
public final class Replanning {
    /** So many requests are planned again from nothing at most: an answer while somebody waits. */
    private static final int FEW = 40;

    private final Problem problem;
    private final Result before;
    private final Optimiser optimiser;
    private final Settings settings;
    private final Neighbourhood neighbourhood;
    private final Replanner chains;

    public Replanning(Problem problem, Result before, Clock clock, Settings settings) {
        this.problem = problem;
        this.before = before;
        this.optimiser = new Optimiser(clock);
        this.settings = settings;
        this.neighbourhood = new Neighbourhood(problem, before.plan());
        this.chains = new Replanner(problem, before.plan(), settings.seed());
    }

    /** The best plan found in which the request gets this pair; empty when pairings under way leave no room for it. */
    public Optional<Replanned> forcing(int request, int pair) {
        int from = problem.pairStart()[request];
        int to = problem.pairStart()[request + 1];
        Optional<Replanned> few = fromNothing(
                        request,
                        piece -> piece.keeping(one -> one < from || one >= to || one == pair)
                                .insistingOn(request))
                .filter(replanned -> replanned.plan().pair()[request] == pair);
        return better(few, ifForced(request, pair).map(plan -> replanned(plan, false)));
    }

    /** The best plan found in which the request does not get this pair. */
    public Replanned avoiding(int request, int pair) {
        Replanned byChains = replanned(ifDeclined(request, pair), false);
        return better(fromNothing(request, piece -> piece.keeping(one -> one != pair)), Optional.of(byChains))
                .orElse(byChains);
    }

    private synchronized Optional<Plan> ifForced(int request, int pair) {
        return chains.ifForced(request, pair);
    }

    private synchronized Plan ifDeclined(int request, int pair) {
        return chains.ifDeclined(request, pair);
    }

    /** The first of equals, because it may be proved. */
    private static Optional<Replanned> better(Optional<Replanned> one, Optional<Replanned> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.comparing(Replanned::loss));
    }

    private Optional<Replanned> fromNothing(int request, UnaryOperator<Piece> change) {
        Neighbourhood.Reached reached = neighbourhood.around(request, FEW);
        if (!reached.whole()) {
            return Optional.empty();
        }
        Piece piece = change.apply(Piece.of(new SubProblems(problem, before.plan()).of(reached.requests())));
        Result result = optimiser.optimise(piece.problem(), settings, Progress.NONE);
        return result.status() == Status.INFEASIBLE
                ? Optional.empty()
                : Optional.of(replanned(piece.putIn(before.plan(), result.plan()), result.status() == Status.OPTIMAL));
    }

    private Replanned replanned(Plan plan, boolean exact) {
        PlanValue now = PlanChecker.value(problem, plan);
        PlanValue loss = new PlanValue(
                before.value().servedWeight() - now.servedWeight(),
                before.value().fit() - now.fit());
        return new Replanned(plan, loss, exact);
    }
}
