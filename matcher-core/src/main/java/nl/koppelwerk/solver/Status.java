package nl.koppelwerk.solver;

/** What is certain of a plan. */
public enum Status {
    /** Proved: no plan is worth more, on either level. */
    OPTIMAL,
    /** It keeps every rule; how much better another may be is for the bound to say. */
    FEASIBLE,
    /** Proved: what is fixed contradicts itself, so that no plan keeps every rule. */
    INFEASIBLE
}
