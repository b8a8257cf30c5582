package nl.koppelwerk.solver.timefold;

import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningVariableMetaModel;
import ai.timefold.solver.core.preview.api.move.Move;
import ai.timefold.solver.core.preview.api.move.MutableSolutionView;
import java.util.List;
import java.util.SequencedCollection;
import org.jspecify.annotations.Nullable;

/** One or more chains as one move. */
record ChainMove(
        PlanningVariableMetaModel<PlacementPlan, Placement, Choice> variable,
        List<Placement> placements,
        List<@Nullable Choice> choices)
        implements Move<PlacementPlan> {

    @Override
    @SuppressWarnings("NullAway") // the variable allows unassigned; the preview API does not say so
    public void execute(MutableSolutionView<PlacementPlan> view) {
        for (int i = 0; i < placements.size(); i++) {
            view.changeVariable(variable, placements.get(i), choices.get(i));
        }
    }

    @Override
    public SequencedCollection<Object> getPlanningEntities() {
        return List.copyOf(placements);
    }
}
