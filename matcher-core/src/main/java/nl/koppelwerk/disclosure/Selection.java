package nl.koppelwerk.disclosure;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which families a figure is about: for each dimension named, one of these categories. A table is a list of
 * selections, its margins and grand total among them, so two tables that ask the same have the same selection.
 *
 * @param where dimension to categories; empty for everybody
 */
public record Selection(SortedMap<String, SortedSet<String>> where) {
    public static final Selection EVERYBODY = new Selection(new TreeMap<>());

    public Selection {
        SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
        where.forEach((dimension, categories) -> {
            if (categories.isEmpty()) {
                throw new IllegalArgumentException("no category of " + dimension + " selected");
            }
            copy.put(dimension, Collections.unmodifiableSortedSet(new TreeSet<>(categories)));
        });
        where = Collections.unmodifiableSortedMap(copy);
    }

    public Selection and(String dimension, String category) {
        return and(dimension, Set.of(category));
    }

    /** Several categories of one dimension together. */
    public Selection and(String dimension, Collection<String> categories) {
        SortedMap<String, SortedSet<String>> more = new TreeMap<>(where);
        more.put(dimension, new TreeSet<>(categories));
        return new Selection(more);
    }

    /** Whether a family with these categories is selected; a family without the dimension is not. */
    public boolean matches(Map<String, String> categories) {
        for (Map.Entry<String, SortedSet<String>> condition : where.entrySet()) {
            String category = categories.get(condition.getKey());
            if (category == null || !condition.getValue().contains(category)) {
                return false;
            }
        }
        return true;
    }
}
