package nl.koppelwerk.solver;

import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;

/**
 * What came of a {@link PieceTask}.
 *
 * @param bound no plan of the piece is worth more; of a region the value of its plan, as nothing is proved of it
 * @param clockWasNeeded whether the time limit ended the search, so that another machine may find another plan
 */
public record PieceAnswer(Plan plan, PlanValue bound, boolean clockWasNeeded, double seconds) {}
