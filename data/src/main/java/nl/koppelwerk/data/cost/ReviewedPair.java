package nl.koppelwerk.data.cost;

import java.time.LocalDate;
import java.util.List;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.ProgrammeId;

/**
 * A pairing that a review can be about: it has begun.
 *
 * @param until day on which it ended, or today
 * @param birthYears of the children, in the order of their numbers
 */
public record ReviewedPair(
        PairingId pairing,
        FamilyId family,
        String familyName,
        String volunteerName,
        String municipality,
        ProgrammeId programme,
        Step step,
        LocalDate started,
        LocalDate until,
        List<Integer> birthYears) {
    public ReviewedPair {
        birthYears = List.copyOf(birthYears);
    }
}
