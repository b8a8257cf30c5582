package nl.koppelwerk.data.erasure;

import java.util.Locale;
import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/** A family or a volunteer, for what holds for both. */
public record Person(Side side, UUID id) {
    /** On which side of a pairing. */
    public enum Side {
        FAMILY,
        VOLUNTEER;

        /** The table of these, and the column that points to it. */
        String table() {
            return name().toLowerCase(Locale.ROOT);
        }

        public AuditEntry.Subject subject() {
            return this == FAMILY ? AuditEntry.Subject.FAMILY : AuditEntry.Subject.VOLUNTEER;
        }
    }

    public static Person of(FamilyId family) {
        return new Person(Side.FAMILY, family.value());
    }

    public static Person of(VolunteerId volunteer) {
        return new Person(Side.VOLUNTEER, volunteer.value());
    }
}
