package nl.koppelwerk.solver.timefold;

import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningVariableMetaModel;
import ai.timefold.solver.core.preview.api.move.Move;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.solver.search.Proposal;
import nl.koppelwerk.solver.search.Proposals;
import org.jspecify.annotations.Nullable;

/** Turns the chains found on the ledger into moves of Timefold; a problem fact, for that is where moves are asked for. */
public final class ChainSearch {

    private final Desk desk;
    private final Proposals proposals;
    private List<Placement> working = List.of();

    ChainSearch(Desk desk, Proposals proposals) {
        this.desk = desk;
        this.proposals = proposals;
    }

    /** The placements that moves are to change: those of the working plan, in order of request. */
    void workOn(List<Placement> placements) {
        working = placements;
    }

    Move<PlacementPlan> nextMove(PlanningVariableMetaModel<PlacementPlan, Placement, Choice> variable) {
        Proposal proposal = proposals.next();
        List<Placement> placements = new ArrayList<>();
        List<@Nullable Choice> choices = new ArrayList<>();
        for (int i = 0; i < proposal.request().length; i++) {
            placements.add(working.get(proposal.request()[i]));
            choices.add(desk.choice(proposal.pair()[i], proposal.dayParts()[i]));
        }
        return new ChainMove(variable, placements, choices);
    }
}
