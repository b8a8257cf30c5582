package nl.koppelwerk.exact;

import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;

/** What a search is given and never changes: the problem, what fixed pairs leave of it, and the pairs still on offer. */
record Given(Problem problem, Residual residual, Offers offers) {

    static Given of(Problem problem) {
        Residual residual = new Residual(problem);
        return new Given(problem, residual, new Offers(problem, residual));
    }
}
