package nl.koppelwerk.solver.timefold;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import nl.koppelwerk.solver.search.Ledger;

/** The score of {@link PlacementConstraints}, kept in a ledger on which moves are searched as well. */
public final class LedgerScore implements IncrementalScoreCalculator<PlacementPlan, HardMediumSoftScore> {

    @SuppressWarnings("NullAway.Init") // Timefold calls resetWorkingSolution first
    private Ledger ledger;

    @Override
    public void resetWorkingSolution(PlacementPlan plan) {
        ledger = plan.desk().ledger();
        plan.desk().searches().forEach(search -> search.workOn(plan.getPlacements()));
        for (Placement placement : plan.getPlacements()) {
            enter(placement);
        }
    }

    @Override
    public void beforeVariableChanged(Object entity, String variableName) {
        // The ledger takes the old choice out itself.
    }

    @Override
    public void afterVariableChanged(Object entity, String variableName) {
        enter((Placement) entity);
    }

    @Override
    public HardMediumSoftScore calculateScore() {
        return HardMediumSoftScore.of(-ledger.breaches(), ledger.weight(), ledger.fit());
    }

    private void enter(Placement placement) {
        Choice choice = placement.getChoice();
        if (choice == null) {
            ledger.set(placement.getId(), -1, 0);
        } else {
            ledger.set(placement.getId(), choice.pair(), choice.dayParts());
        }
    }
}
