package nl.koppelwerk.avoidedcost.report;

import java.time.LocalDate;

/**
 * Days that a report is about.
 *
 * @param until last day, counted itself
 */
public record Period(LocalDate from, LocalDate until) {
    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a period from " + from + " until " + until);
        }
    }
}
