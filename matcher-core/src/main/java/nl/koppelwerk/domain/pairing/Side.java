package nl.koppelwerk.domain.pairing;

/** The two sides of a pairing, each of which is asked for itself. */
public enum Side {
    FAMILY,
    VOLUNTEER
}
