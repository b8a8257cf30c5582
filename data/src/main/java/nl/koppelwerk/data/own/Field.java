package nl.koppelwerk.data.own;

/** What volunteers say about themselves, each as one or more texts; the names stand in forms. */
public enum Field {
    /** Day-parts as {@code wed-afternoon}. */
    WEEK(true),
    /** Days that are out: {@code 2026-12-21/2027-01-03}. */
    AWAY(true),
    /** Nothing, or reason and perhaps the first day back: {@code HOLIDAY/2027-01-04}. */
    PAUSE(false),
    HOURS(false),
    FAMILIES(false),
    /** Metres. */
    DISTANCE(false),
    TRAVEL(true),
    /** As {@code tur:C2}. */
    LANGUAGES(true),
    SKILLS(true),
    NOT_THESE(true),
    AGE_FROM(false),
    AGE_TO(false),
    CHILDREN(false),
    HEAVY_CASES(false),
    PETS_UNWELCOME(false),
    CHILDREN_AT_HOME(false),
    PETS(false);

    private final boolean many;

    Field(boolean many) {
        this.many = many;
    }

    /** Whether it is a set, of which parts change on their own. */
    public boolean many() {
        return many;
    }

    Edit.Meeting meeting() {
        return this == LANGUAGES ? Edit.Meeting.LANGUAGES : many ? Edit.Meeting.SET : Edit.Meeting.ONE;
    }

    /** What says when there is time: whoever touches it, says that the week holds. */
    boolean aboutTime() {
        return this == WEEK || this == HOURS || this == FAMILIES;
    }
}
