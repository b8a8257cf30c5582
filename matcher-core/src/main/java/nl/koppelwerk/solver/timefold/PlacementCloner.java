package nl.koppelwerk.solver.timefold;

import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;
import java.util.ArrayList;
import java.util.List;

/** Copies a plan and nothing but the choices: the general cloner took half of the time. */
public final class PlacementCloner implements SolutionCloner<PlacementPlan> {

    @Override
    public PlacementPlan cloneSolution(PlacementPlan original) {
        List<Placement> copies = new ArrayList<>(original.getPlacements().size());
        for (Placement placement : original.getPlacements()) {
            copies.add(new Placement(placement.getRequest(), placement.getChoice()));
        }
        return new PlacementPlan(original.desk(), copies, original.getScore());
    }
}
