package nl.koppelwerk.monitor;

import java.util.Map;
import java.util.Set;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.programme.Need;

/**
 * A family that asked for support or had it in the period.
 *
 * @param needs of all its requests of the period together
 * @param programmes names of the programmes that it asked
 * @param scores last progress in the period, 1 to 5, by life domain; not there: not scored, or not applicable
 */
public record MonitoredFamily(
        FamilyId id,
        Household household,
        Languages languages,
        Set<Need> needs,
        Set<String> programmes,
        Map<LifeDomain, Integer> scores) {
    public MonitoredFamily {
        needs = Set.copyOf(needs);
        programmes = Set.copyOf(programmes);
        scores = Map.copyOf(scores);
    }
}
