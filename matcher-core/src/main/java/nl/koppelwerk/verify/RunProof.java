package nl.koppelwerk.verify;

import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.problem.PlanValue;

/**
 * What a run says of its plan, with the prices that show it; stored with the run by {@link ProofFormat}.
 *
 * @param fingerprint of the problem that it is about, see {@link Fingerprint}
 * @param value what the plan is worth
 * @param bound what the run says that no plan exceeds; lower than the prices show where the rest was searched through
 * @param prices what the prices alone show
 */
public record RunProof(String fingerprint, PlanValue value, PlanValue bound, Certificate prices) {}
