package nl.koppelwerk.domain.week;

import java.time.DayOfWeek;

/** A part of one day of the week, for instance Wednesday afternoon (Dutch: dagdeel). */
public record DayPart(DayOfWeek day, PartOfDay part) {
    /** Position in the week, 0 (Monday morning) to 27 (Sunday night). */
    public int index() {
        return (day.getValue() - 1) * 4 + part.ordinal();
    }

    public static DayPart at(int index) {
        return new DayPart(DayOfWeek.of(index / 4 + 1), PartOfDay.values()[index % 4]);
    }

    /** Reads {@code wed-afternoon}; the inverse of {@link #toString()}. */
    public static DayPart parse(String text) {
        String[] pieces = text.split("-", -1);
        if (pieces.length == 2) {
            for (DayOfWeek day : DayOfWeek.values()) {
                for (PartOfDay part : PartOfDay.values()) {
                    DayPart candidate = new DayPart(day, part);
                    if (candidate.toString().equals(text)) {
                        return candidate;
                    }
                }
            }
        }
        throw new IllegalArgumentException("a day-part is written as wed-afternoon, not as " + text);
    }

    @Override
    public String toString() {
        return day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT)
                + "-"
                + part.name().toLowerCase(java.util.Locale.ROOT);
    }
}
