package nl.koppelwerk.capacity;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;

/**
 * How many introductions a week, and how many families at the same time, those who are left can hold.
 *
 * @param places of all, by programme; a programme that is not named says nothing
 */
record Staff(int all, int left, Map<ProgrammeId, Integer> places) {
    static Staff of(Scenario scenario, Recorded recorded) {
        int all = recorded.coordinators();
        return new Staff(all, scenario == Scenario.COORDINATOR_LESS ? all - 1 : all, recorded.places());
    }

    /** The programmes with what they can take on this week, when they carry so many families already. */
    List<Programme> programmes(List<Programme> programmes, Map<ProgrammeId, Integer> carried) {
        return programmes.stream()
                .map(programme -> with(programme, room(programme, carried)))
                .toList();
    }

    private int room(Programme programme, Map<ProgrammeId, Integer> carried) {
        int introductions = (int) ((long) programme.introductionsPerWeek() * left / all);
        Integer most = places.get(programme.id());
        return most == null
                ? introductions
                : Math.min(introductions, Math.max(0, most * left / all - carried.getOrDefault(programme.id(), 0)));
    }

    private static Programme with(Programme programme, int introductions) {
        return new Programme(
                programme.id(),
                programme.organisation(),
                programme.code(),
                programme.name(),
                programme.kinds(),
                introductions,
                programme.rules(),
                programme.audience());
    }
}
