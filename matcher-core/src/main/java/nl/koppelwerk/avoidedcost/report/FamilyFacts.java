package nl.koppelwerk.avoidedcost.report;

import java.util.Map;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.LifeDomain;

/**
 * One family that was reached in the period.
 *
 * @param programme name of the programme of its furthest pairing
 * @param step how far its furthest pairing came
 * @param waitingDays from the request to the start of the pairing
 * @param hours of support in the period, whole hours
 * @param scores last progress in each life domain, 1 to 5; a domain that is not there was not scored
 */
public record FamilyFacts(
        FamilyId family,
        String programme,
        Household household,
        Step step,
        int children,
        int waitingDays,
        long hours,
        Map<LifeDomain, Integer> scores) {
    public FamilyFacts {
        scores = Map.copyOf(scores);
        if (children < 0 || waitingDays < 0 || hours < 0) {
            throw new IllegalArgumentException("family " + family.value() + ": " + children + " children, "
                    + waitingDays + " days, " + hours + " hours");
        }
    }
}
