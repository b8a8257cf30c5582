package nl.koppelwerk.data.capacity;

import java.util.List;
import nl.koppelwerk.capacity.Outlook;
import nl.koppelwerk.capacity.Recorded;
import nl.koppelwerk.capacity.Scenario;

/**
 * What came of a plan, with what it was played on.
 *
 * @param outlooks one for each scenario; none when too little was recorded
 * @param ownDurations whether help lasted as long as the organisation's own pairings, else as in the Rotterdam monitor
 */
public record Answer(
        List<Outlook> outlooks,
        int familyWeeks,
        int families,
        int volunteerWeeks,
        int volunteers,
        int stops,
        int coordinators,
        int pairings,
        boolean ownDurations) {
    public Answer {
        outlooks = List.copyOf(outlooks);
    }

    /** Whether one coordinator less changes nothing: there is room enough for introductions then, too. */
    public boolean coordinatorsToSpare() {
        return outlooks.stream()
                        .filter(outlook -> outlook.scenario() == Scenario.AS_NOW
                                || outlook.scenario() == Scenario.COORDINATOR_LESS)
                        .map(Outlook::waiting)
                        .distinct()
                        .count()
                == 1;
    }

    public static Answer of(List<Outlook> outlooks, Records.Read read) {
        Recorded recorded = read.recorded();
        return new Answer(
                outlooks,
                recorded.familiesByWeek().size(),
                recorded.families(),
                recorded.volunteersByWeek().size(),
                recorded.volunteers(),
                recorded.stopsByWeek().stream().mapToInt(Integer::intValue).sum(),
                recorded.coordinators(),
                recorded.weeksOfHelp().size(),
                read.ownDurations());
    }
}
