package nl.koppelwerk.pairing;

/** Why a pairing changed, where it is not a coordinator's reason to decline or to end; stands in its history by name. */
public enum Occasion {
    /** Somebody chose family and volunteer, whatever the night proposed. */
    BY_HAND,
    /** The volunteer is reserved for the family for some days. */
    HELD,
    /** The reservation is given up. */
    RELEASED,
    /** Another volunteer was chosen for the family. */
    REPLACED,
    /** The decision before was taken back. */
    UNDONE
}
