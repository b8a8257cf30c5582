package nl.koppelwerk.domain.week;

/** The four parts of a day that people plan help in. */
public enum PartOfDay {
    MORNING,
    AFTERNOON,
    EVENING,
    NIGHT
}
