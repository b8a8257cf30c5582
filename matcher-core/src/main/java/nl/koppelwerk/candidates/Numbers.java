package nl.koppelwerk.candidates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a rule reads of each person on one side, equal things under one number. */
final class Numbers<V> {
    /** The different things, by number. */
    final List<V> values = new ArrayList<>();

    /** Number of each person's. */
    final int[] of;

    private final Map<V, Integer> numbers = new HashMap<>();

    Numbers(int people) {
        of = new int[people];
    }

    void put(int person, V value) {
        Integer number = numbers.get(value);
        if (number == null) {
            number = values.size();
            numbers.put(value, number);
            values.add(value);
        }
        of[person] = number;
    }

    int different() {
        return values.size();
    }

    /** The numbers of these things, as far as anybody asks or offers them. */
    int[] ofAll(Collection<V> things) {
        return things.stream()
                .filter(numbers::containsKey)
                .mapToInt(numbers::get)
                .toArray();
    }

    /** What this person asks or offers. */
    V by(int person) {
        return values.get(of[person]);
    }
}
