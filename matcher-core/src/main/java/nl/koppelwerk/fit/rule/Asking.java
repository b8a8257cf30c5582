package nl.koppelwerk.fit.rule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.family.Child;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.OpenCondition;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/**
 * The request's side of a pair: everything that a rule may read of it.
 *
 * @param place where the family lives; empty when its postcode is not known
 * @param day the day that ages and certificates are counted to
 * @param blocked volunteers that the family must not be proposed with on this day
 * @param tied volunteers of the family itself, or of a household that it helps or helped
 * @param lastProposed whom last night's run proposed
 * @param open conditions of the programme that the family does not meet, or that nobody asked it about yet
 */
public record Asking(
        SupportRequest request,
        Family family,
        Programme programme,
        Optional<Place> place,
        LocalDate day,
        Set<VolunteerId> blocked,
        Set<VolunteerId> tied,
        Optional<VolunteerId> lastProposed,
        List<OpenCondition> open) {
    public Asking {
        blocked = Set.copyOf(blocked);
        tied = Set.copyOf(tied);
        open = List.copyOf(open);
    }

    /** Ages of the children under 18, reached in the course of this year; grown-up children do not count. */
    public int[] ages() {
        int[] ages = new int[family.children().size()];
        int counting = 0;
        for (Child child : family.children()) {
            int age = child.ageIn(day.getYear());
            if (age >= 0 && age < 18) {
                ages[counting++] = age;
            }
        }
        return Arrays.copyOf(ages, counting);
    }
}
