package nl.koppelwerk.domain.programme;

import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.place.Postcode;

/**
 * Which families a programme is for, by what every family is known by. What is left out here asks nothing. What only an
 * intake tells reaches the rules as met or not met; where a family comes from and what it believes never do.
 *
 * @param area where the family lives; empty: anywhere
 * @param childAges the family has a child of such an age
 * @param atSchool the family came in by a school, so that the school is known
 */
public record Audience(Set<Postcode> area, Optional<Ages> childAges, boolean atSchool) {
    public static final Audience EVERYBODY = new Audience(Set.of(), Optional.empty(), false);

    public Audience {
        area = Set.copyOf(area);
    }

    /**
     * Ages of children, in years.
     *
     * @param from 0 or more
     * @param to not less than {@code from}, 17 at most; this age included
     */
    public record Ages(int from, int to) {
        public static final int OLDEST = 17;

        public Ages {
            if (from < 0 || to < from || to > OLDEST) {
                throw new IllegalArgumentException("no ages of children: " + from + " to " + to);
            }
        }

        public boolean contain(int age) {
            return from <= age && age <= to;
        }
    }

    public boolean includes(Postcode postcode) {
        return area.isEmpty() || area.contains(postcode);
    }
}
