package nl.koppelwerk.bench;

import java.time.Duration;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.solver.search.PairOrder;

/** The weightiest request first, each with the best volunteer still free: what a careful person does by hand. */
record Greedy() implements Contender {

    @Override
    public String name() {
        return "greedy";
    }

    @Override
    public Attempt solve(Problem problem, Duration time) {
        Ledger ledger = Opening.withFixedPairs(problem).orElseThrow();
        Opening.fillGreedily(ledger, PairOrder.byValue(problem));
        return Attempt.of(ledger.plan());
    }
}
