package nl.koppelwerk.fit.limit;

import nl.koppelwerk.fit.rule.Offering;

/** Ages of children that a volunteer will work with, both ends included. */
record Range(int from, int to) {
    static Range of(Offering offering) {
        return new Range(
                offering.volunteer().limits().childAgeMin(),
                offering.volunteer().limits().childAgeMax());
    }

    boolean contains(Ages ages) {
        return ages.none() || ages.youngest() >= from && ages.oldest() <= to;
    }

    /** Years between the children and the nearer end of the range, negative when outside. */
    int room(Ages ages) {
        return Math.min(ages.youngest() - from, to - ages.oldest());
    }
}
