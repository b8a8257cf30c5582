package nl.koppelwerk.recruit;

import java.util.List;
import java.util.function.ToIntFunction;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.week.Hours;

/**
 * What may be expected of a new volunteer: what three in four of those who are there do not exceed, so that nobody is made up
 * who does the work of ten.
 *
 * @param families how many at the same time
 * @param travelMetres how far to go
 */
record Usual(Hours hoursPerWeek, int families, int travelMetres) {
    private static final int MOST_FAMILIES = 3;
    private static final Usual WITHOUT_EXAMPLE = new Usual(new Hours(16), 1, 5_000);

    static Usual of(SupportKind kind, List<Volunteer> volunteers) {
        List<Volunteer> active = volunteers.stream()
                .filter(volunteer -> volunteer.active() && volunteer.kind() == kind && volunteer.maximumFamilies() > 0)
                .toList();
        return active.isEmpty()
                ? WITHOUT_EXAMPLE
                : new Usual(
                        new Hours(upper(
                                active, volunteer -> volunteer.hoursPerWeek().quarters())),
                        Math.min(MOST_FAMILIES, upper(active, Volunteer::maximumFamilies)),
                        upper(active, Volunteer::travelLimitMetres));
    }

    private static int upper(List<Volunteer> volunteers, ToIntFunction<Volunteer> figure) {
        List<Integer> sorted =
                volunteers.stream().map(figure::applyAsInt).sorted().toList();
        return sorted.get(3 * (sorted.size() - 1) / 4);
    }
}
