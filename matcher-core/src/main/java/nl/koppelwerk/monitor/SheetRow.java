package nl.koppelwerk.monitor;

import java.util.Locale;

/** A row of a research sheet: hours a week of one activity at intake or now, or progress in a life domain (1 to 5). */
public enum SheetRow {
    INTAKE_CONVERSATIONS_H,
    INTAKE_ARRANGING_H,
    INTAKE_PRACTICAL_H,
    NOW_CONVERSATIONS_H,
    NOW_ARRANGING_H,
    NOW_PRACTICAL_H,
    BUDDY_INTAKE_H,
    BUDDY_NOW_H,
    PARENT_GROUP_INTAKE_H,
    PARENT_GROUP_NOW_H,
    CHILD_GROUP_INTAKE_H,
    CHILD_GROUP_NOW_H,
    PARENT_VOLUNTEERING_INTAKE_H,
    PARENT_VOLUNTEERING_NOW_H,
    SCORE_FINANCE,
    SCORE_HOUSING,
    SCORE_HEALTH,
    SCORE_SOCIAL,
    SCORE_PARTICIPATION;

    /** Name of the column in a file. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isScore() {
        return name().startsWith("SCORE_");
    }
}
