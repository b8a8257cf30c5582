package nl.koppelwerk.capacity;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.snapshot.Snapshot;

/**
 * What is known of an organisation's past and present.
 *
 * @param now everybody who asks or helps today; who comes later is like somebody of these
 * @param familiesByWeek how many asked for help, for each recorded week, zero included
 * @param volunteersByWeek how many began
 * @param stopsByWeek how many stopped
 * @param weeksOfHelp how long pairings lasted, one entry for each
 * @param coordinators who hold the introductions, 1 or more
 * @param places families that the staff of a programme can carry at the same time, where it says so
 */
public record Recorded(
        Snapshot now,
        List<Integer> familiesByWeek,
        List<Integer> volunteersByWeek,
        List<Integer> stopsByWeek,
        List<Integer> weeksOfHelp,
        int coordinators,
        Map<ProgrammeId, Integer> places) {
    /** Fewer recorded weeks say too little of what is usual. */
    public static final int FEWEST_WEEKS = 12;

    /** Fewer families than this could be anything. */
    public static final int FEWEST_FAMILIES = 20;

    /** And so could fewer volunteers. */
    public static final int FEWEST_VOLUNTEERS = 5;

    public Recorded {
        familiesByWeek = List.copyOf(familiesByWeek);
        volunteersByWeek = List.copyOf(volunteersByWeek);
        stopsByWeek = List.copyOf(stopsByWeek);
        weeksOfHelp = List.copyOf(weeksOfHelp);
        places = Map.copyOf(places);
        if (coordinators < 1 || weeksOfHelp.stream().anyMatch(weeks -> weeks < 1)) {
            throw new IllegalArgumentException("coordinators " + coordinators + ", weeks of help " + weeksOfHelp);
        }
    }

    public int families() {
        return sum(familiesByWeek);
    }

    public int volunteers() {
        return sum(volunteersByWeek);
    }

    /** Whether there is enough to play on. */
    public boolean isEnough() {
        return Math.min(familiesByWeek.size(), volunteersByWeek.size()) >= FEWEST_WEEKS
                && families() >= FEWEST_FAMILIES
                && volunteers() >= FEWEST_VOLUNTEERS
                && !now.requests().isEmpty()
                && !now.volunteers().isEmpty()
                && !weeksOfHelp.isEmpty();
    }

    private static int sum(List<Integer> weeks) {
        return weeks.stream().mapToInt(Integer::intValue).sum();
    }
}
