package nl.koppelwerk.solver.timefold;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverConfigOverride;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.AcceptorType;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.PreviewFeature;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.PairOrder;
import nl.koppelwerk.solver.search.Proposals;

/** Betters a plan with Timefold's local search: moves are chains, the score comes from the ledger. */
public final class TimefoldSearch {

    private final SolverFactory<PlacementPlan> factory;

    public TimefoldSearch() {
        this(EnvironmentMode.NO_ASSERT);
    }

    TimefoldSearch(EnvironmentMode mode) {
        this.factory = SolverFactory.create(config(mode));
    }

    /**
     * When a search ends, whichever comes first.
     *
     * @param moves moves tried
     * @param time the safety net
     * @param goal a value that cannot be bettered
     */
    public record Limits(long moves, Duration time, PlanValue goal) {}

    /**
     * @param start a plan that keeps every rule
     * @param better told of each better plan's value
     */
    public Plan improve(
            Problem problem, Plan start, PairOrder order, long seed, Limits limits, Consumer<PlanValue> better) {
        Ledger ledger = Ledger.of(problem, start);
        Desk desk = new Desk(problem, ledger, new Proposals(ledger, order, seed));
        Solver<PlacementPlan> solver =
                factory.buildSolver(new SolverConfigOverride().withTerminationConfig(termination(limits)));
        solver.addEventListener(event -> {
            HardMediumSoftScore score = (HardMediumSoftScore) event.getNewBestScore();
            better.accept(new PlanValue(score.mediumScore(), score.softScore()));
        });
        return desk.toPlan(solver.solve(desk.toPlacements(start)));
    }

    private static TerminationConfig termination(Limits limits) {
        PlanValue goal = limits.goal();
        return new TerminationConfig()
                .withMoveCountLimit(limits.moves())
                .withMillisecondsSpentLimit(limits.time().toMillis())
                .withBestScoreLimit(HardMediumSoftScore.of(0, goal.servedWeight(), goal.fit())
                        .toString());
    }

    private static SolverConfig config(EnvironmentMode mode) {
        return new SolverConfig()
                .withPreviewFeature(PreviewFeature.NEIGHBORHOODS)
                .withEnvironmentMode(mode)
                .withRandomSeed(0L)
                .withSolutionClass(PlacementPlan.class)
                .withEntityClasses(Placement.class)
                .withScoreDirectorFactory(scoreDirector(mode))
                .withPhaseList(List.of(new LocalSearchPhaseConfig()
                        .withMoveProviderClass(ChainNeighborhood.class)
                        .withAcceptorConfig(new LocalSearchAcceptorConfig()
                                .withAcceptorTypeList(List.of(AcceptorType.HILL_CLIMBING)))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))));
    }

    private static ScoreDirectorFactoryConfig scoreDirector(EnvironmentMode mode) {
        ScoreDirectorFactoryConfig director =
                new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(LedgerScore.class);
        return mode.isAsserted()
                ? director.withAssertionScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withConstraintProviderClass(PlacementConstraints.class))
                : director;
    }
}
