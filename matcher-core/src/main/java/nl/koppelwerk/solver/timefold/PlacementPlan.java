package nl.koppelwerk.solver.timefold;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Planning solution: all placements. A JavaBean because Timefold asks for one. */
@PlanningSolution(solutionCloner = PlacementCloner.class)
public class PlacementPlan {

    private Desk desk;
    private List<Placement> placements;
    private @Nullable HardMediumSoftScore score;

    @SuppressWarnings("NullAway.Init") // for Timefold
    public PlacementPlan() {}

    PlacementPlan(Desk desk, List<Placement> placements, @Nullable HardMediumSoftScore score) {
        this.desk = desk;
        this.placements = placements;
        this.score = score;
    }

    /** What all copies of the plan share. */
    Desk desk() {
        return desk;
    }

    @PlanningEntityCollectionProperty
    public List<Placement> getPlacements() {
        return placements;
    }

    @ProblemFactCollectionProperty
    public List<BelongTogether> getBelongTogether() {
        return desk.belongTogether();
    }

    @ProblemFactCollectionProperty
    public List<ChainSearch> getSearches() {
        return desk.searches();
    }

    @PlanningScore
    public @Nullable HardMediumSoftScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardMediumSoftScore score) {
        this.score = score;
    }
}
