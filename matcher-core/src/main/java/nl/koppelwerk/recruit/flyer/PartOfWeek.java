package nl.koppelwerk.recruit.flyer;

import java.time.DayOfWeek;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.PartOfDay;

/** The week in as many pieces as a flyer tells apart: no Wednesday afternoon, which may be one family's. */
public enum PartOfWeek {
    WEEKDAYS,
    EVENINGS,
    WEEKEND;

    boolean in(DayParts dayParts) {
        return dayParts.list().stream().anyMatch(part -> this == of(part));
    }

    private static PartOfWeek of(DayPart part) {
        if (part.day() == DayOfWeek.SATURDAY || part.day() == DayOfWeek.SUNDAY) {
            return WEEKEND;
        }
        return part.part() == PartOfDay.EVENING || part.part() == PartOfDay.NIGHT ? EVENINGS : WEEKDAYS;
    }
}
