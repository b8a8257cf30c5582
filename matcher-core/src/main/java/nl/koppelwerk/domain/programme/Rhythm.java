package nl.koppelwerk.domain.programme;

import java.util.List;

/**
 * When a programme asks both sides how it goes, in weeks since the help began.
 *
 * @param trialWeeks how long a trial usually takes
 * @param weeks the first check-ins, ascending, at least one
 * @param thenEvery weeks between those that follow
 */
public record Rhythm(int trialWeeks, List<Integer> weeks, int thenEvery) {
    public static final Rhythm DEFAULT = new Rhythm(6, List.of(3, 10, 18), 4);

    public Rhythm {
        weeks = List.copyOf(weeks);
        if (trialWeeks < 1 || thenEvery < 1 || weeks.isEmpty() || weeks.getFirst() < 1 || !ascending(weeks)) {
            throw new IllegalArgumentException(
                    "no rhythm: trial of " + trialWeeks + ", weeks " + weeks + ", then every " + thenEvery);
        }
    }

    private static boolean ascending(List<Integer> weeks) {
        return weeks.stream().sorted().distinct().toList().equals(weeks);
    }

    /** The first week of the rhythm after this one. */
    public int after(int week) {
        int last = weeks.getLast();
        return weeks.stream()
                .filter(one -> one > week)
                .findFirst()
                .orElseGet(() -> last + (Math.floorDiv(week - last, thenEvery) + 1) * thenEvery);
    }

    /** The last week of the rhythm that is not after this one; 0 before the first. */
    public int upTo(int week) {
        int last = weeks.getLast();
        return week >= last
                ? week - (week - last) % thenEvery
                : weeks.stream().filter(one -> one <= week).reduce(0, (earlier, later) -> later);
    }
}
