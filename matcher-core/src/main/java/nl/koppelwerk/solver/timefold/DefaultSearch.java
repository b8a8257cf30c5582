package nl.koppelwerk.solver.timefold;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;

/** Timefold with nothing of ours but the rules, to compare with. */
public final class DefaultSearch {

    private DefaultSearch() {}

    /** What a default configuration finds in the time; whatever breaks a rule is left out. */
    public static Plan solve(Problem problem, Duration time) {
        Ledger fixed = Opening.withFixedPairs(problem).orElseThrow();
        Desk desk = new Desk(problem, fixed, null);
        SolverConfig config = new SolverConfig()
                .withSolutionClass(PlacementPlan.class)
                .withEntityClasses(Placement.class)
                .withConstraintProviderClass(PlacementConstraints.class)
                .withTerminationSpentLimit(Duration.ofMillis(time.toMillis()));
        PlacementPlan solved =
                SolverFactory.<PlacementPlan>create(config).buildSolver().solve(desk.toPlacements(fixed.plan()));
        Ledger kept = Opening.withFixedPairs(problem).orElseThrow();
        Opening.fillWith(kept, desk.toPlan(solved).pair());
        return kept.plan();
    }
}
