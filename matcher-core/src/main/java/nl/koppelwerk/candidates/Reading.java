package nl.koppelwerk.candidates;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;

/**
 * Reads what the rules look at on one side, for some hundred people at a time: what is known of them is then still in the
 * cache when the next rule reads it, which halves the time. Nothing is filled in before {@link #read()}.
 */
final class Reading<T> {
    private static final int PEOPLE_AT_A_TIME = 512;

    private final List<T> people;
    private final List<IntConsumer> columns = new ArrayList<>();

    Reading(List<T> people) {
        this.people = people;
    }

    /** What each of them asks or offers, equal things under one number. */
    <V> Numbers<V> numbers(Function<T, V> rule) {
        Numbers<V> numbers = new Numbers<>(people.size());
        columns.add(person -> numbers.put(person, rule.apply(people.get(person))));
        return numbers;
    }

    /** What each of them asks or offers. */
    <V> List<V> values(Function<T, V> rule) {
        List<V> values = new ArrayList<>(people.size());
        columns.add(person -> values.add(rule.apply(people.get(person))));
        return values;
    }

    /** What each of them asks or offers, where that is a number. */
    int[] ints(ToIntFunction<T> rule) {
        int[] ints = new int[people.size()];
        columns.add(person -> ints[person] = rule.applyAsInt(people.get(person)));
        return ints;
    }

    void read() {
        for (int from = 0; from < people.size(); from += PEOPLE_AT_A_TIME) {
            int to = Math.min(people.size(), from + PEOPLE_AT_A_TIME);
            for (IntConsumer column : columns) {
                for (int person = from; person < to; person++) {
                    column.accept(person);
                }
            }
        }
    }
}
