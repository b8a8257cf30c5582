package nl.koppelwerk.fit.time;

import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.fit.rule.Asking;

/** How many day-parts a week a family asks, and out of which. */
record Wanted(DayParts suiting, int perWeek) {
    static Wanted by(Asking asking) {
        return new Wanted(asking.request().dayParts(), asking.request().dayPartsPerWeek());
    }

    DayParts shared(DayParts offered) {
        return suiting.and(offered);
    }
}
