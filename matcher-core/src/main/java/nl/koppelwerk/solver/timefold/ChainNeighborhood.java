package nl.koppelwerk.solver.timefold;

import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningVariableMetaModel;
import ai.timefold.solver.core.preview.api.neighborhood.Neighborhood;
import ai.timefold.solver.core.preview.api.neighborhood.NeighborhoodBuilder;
import ai.timefold.solver.core.preview.api.neighborhood.NeighborhoodProvider;
import java.util.Objects;

/** The only moves that the search makes: chains found on the ledger, since blind moves find next to nothing. */
public final class ChainNeighborhood implements NeighborhoodProvider<PlacementPlan> {

    @Override
    public Neighborhood defineNeighborhood(NeighborhoodBuilder<PlacementPlan> builder) {
        PlanningVariableMetaModel<PlacementPlan, Placement, Choice> choice =
                builder.getSolutionMetaModel().genuineEntity(Placement.class).basicVariable("choice", Choice.class);
        return builder.add(moves -> moves.pick(moves.forEach(ChainSearch.class, false))
                        .asMove((plan, search) -> Objects.requireNonNull(search).nextMove(choice)))
                .build();
    }
}
