package nl.koppelwerk.data.person;

import java.util.List;

/** Why a volunteer pauses or stopped. */
public enum AbsenceReason {
    HOLIDAY,
    ILLNESS,
    TOO_BUSY,
    NO_CONTACT,
    MOVED_AWAY,
    NO_LONGER_SUITABLE,
    OTHER;

    public static final List<AbsenceReason> TO_PAUSE = List.of(HOLIDAY, ILLNESS, TOO_BUSY, OTHER);
    public static final List<AbsenceReason> TO_STOP =
            List.of(TOO_BUSY, MOVED_AWAY, NO_CONTACT, NO_LONGER_SUITABLE, ILLNESS, OTHER);
}
