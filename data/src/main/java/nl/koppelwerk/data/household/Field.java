package nl.koppelwerk.data.household;

import nl.koppelwerk.data.own.Edit;
import nl.koppelwerk.data.own.Edit.Meeting;

/** What a family says about itself, each as one or more texts; the names stand in forms. */
public enum Field {
    /** Day-parts as {@code wed-afternoon}. */
    WEEK(Meeting.SET),
    NEEDS(Meeting.SET),
    /** As {@code tur:C2}. */
    LANGUAGES(Meeting.LANGUAGES),
    /** Nothing, or a number without spaces. */
    PHONE(Meeting.ONE),
    WOMAN_ONLY(Meeting.ONE),
    PETS_UNWELCOME(Meeting.ONE),
    PETS(Meeting.ONE);

    private final Edit.Meeting meeting;

    Field(Edit.Meeting meeting) {
        this.meeting = meeting;
    }

    Edit.Meeting meeting() {
        return meeting;
    }

    /** Whether the plan can be another when it changes. */
    boolean aboutThePlan() {
        return this != PHONE;
    }
}
