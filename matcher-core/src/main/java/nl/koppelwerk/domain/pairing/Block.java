package nl.koppelwerk.domain.pairing;

import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/**
 * A family and a volunteer that must not be proposed together.
 *
 * @param until first day on which they may be proposed again; empty: never
 */
public record Block(FamilyId family, VolunteerId volunteer, Optional<LocalDate> until) {
    public boolean holdsOn(LocalDate day) {
        return until.isEmpty() || day.isBefore(until.get());
    }
}
