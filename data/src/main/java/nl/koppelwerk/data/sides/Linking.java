package nl.koppelwerk.data.sides;

import java.util.UUID;

/** What came of noting that a family and a volunteer are one household. */
public sealed interface Linking {
    /** They are known to be one from now on. */
    record Linked() implements Linking {}

    /** Nothing was noted. */
    record Refused(Reason reason) implements Linking {}

    /**
     * Nothing was noted: the two are a pairing, which is to be ended first.
     *
     * @param pairing in which the volunteer helps this family, or one that helps it
     */
    record Paired(UUID pairing) implements Linking {}

    /** Why not. */
    enum Reason {
        /** The family or the volunteer is not in sight, merged or erased. */
        UNKNOWN,
        /** The volunteer is of another household already. */
        OF_ANOTHER,
        /** The day of the yes is still to come. */
        DAY
    }
}
