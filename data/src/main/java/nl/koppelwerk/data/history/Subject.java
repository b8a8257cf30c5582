package nl.koppelwerk.data.history;

import java.util.UUID;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/** Whom or what a history is about. */
public record Subject(Kind kind, UUID id) {
    /** What can have a history. */
    public enum Kind {
        FAMILY,
        REQUEST,
        VOLUNTEER
    }

    public static Subject of(FamilyId family) {
        return new Subject(Kind.FAMILY, family.value());
    }

    public static Subject of(SupportRequestId request) {
        return new Subject(Kind.REQUEST, request.value());
    }

    public static Subject of(VolunteerId volunteer) {
        return new Subject(Kind.VOLUNTEER, volunteer.value());
    }
}
