package nl.koppelwerk.domain.volunteer;

/** Asked only because some families want a woman to come. */
public enum Gender {
    WOMAN,
    MAN,
    OTHER
}
