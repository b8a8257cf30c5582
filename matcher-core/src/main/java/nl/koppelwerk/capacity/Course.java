package nl.koppelwerk.capacity;

import java.util.List;

/**
 * One repetition, week by week.
 *
 * @param waiting families that wait after each week; the first entry is today
 * @param waits of everybody who waited
 * @param introduced how many got somebody
 */
record Course(List<Integer> waiting, List<Wait> waits, int introduced) {
    Course {
        waiting = List.copyOf(waiting);
        waits = List.copyOf(waits);
    }

    /**
     * How long somebody waited, in weeks since they asked.
     *
     * @param from when they were first seen here: 0, or what they had waited until today
     * @param until when they got somebody, or when it ended
     * @param helped whether they got somebody
     */
    record Wait(double from, double until, boolean helped) {}

    /**
     * The weeks after which such a share has somebody, by the product-limit estimate of Kaplan and Meier: who still waits at
     * the end counts as long as they were seen to wait, else more families would seem to wait shorter. When the share is not
     * reached, the longest wait that was seen: it is at least that.
     */
    double waitOf(double share) {
        double left = 1;
        for (double time : waits.stream()
                .filter(Wait::helped)
                .mapToDouble(Wait::until)
                .distinct()
                .sorted()
                .toArray()) {
            long seen = waits.stream()
                    .filter(wait -> wait.from() < time && wait.until() >= time)
                    .count();
            long helped = waits.stream()
                    .filter(wait -> wait.helped() && wait.from() < time && wait.until() == time)
                    .count();
            boolean nobodyElseYet = helped == seen && waits.stream().anyMatch(wait -> wait.until() > time);
            left *= seen == 0 || nobodyElseYet ? 1 : (double) (seen - helped) / seen;
            if (left <= 1 - share + 1e-9) {
                return time;
            }
        }
        return waits.stream().mapToDouble(Wait::until).max().orElse(0);
    }
}
