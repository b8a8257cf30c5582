package nl.koppelwerk.bench.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.koppelwerk.disclosure.Dimension;
import nl.koppelwerk.disclosure.Selection;

/**
 * All kinds of families that the definitions allow: each combination of categories, of publications to be in, and of
 * contributing or not. This is what an attacker knows beforehand.
 */
record Kinds(List<Kind> all) {
    /** @param pattern publications the kind is in, as bits */
    record Kind(Map<String, String> categories, int pattern, boolean contributes) {}

    static Kinds of(Municipality municipality) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Dimension dimension : municipality.dimensions()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> combination : combinations) {
                for (String category : dimension.categories()) {
                    Map<String, String> more = new TreeMap<>(combination);
                    more.put(dimension.name(), category);
                    longer.add(more);
                }
            }
            combinations = longer;
        }
        List<Kind> kinds = new ArrayList<>();
        for (Map<String, String> combination : combinations) {
            for (int pattern : municipality.patterns()) {
                kinds.add(new Kind(combination, pattern, true));
                kinds.add(new Kind(combination, pattern, false));
            }
        }
        return new Kinds(kinds);
    }

    BitSet in(int publication, Selection selection) {
        return where(kind -> (kind.pattern >> publication & 1) == 1 && selection.matches(kind.categories));
    }

    BitSet contributing() {
        return where(Kind::contributes);
    }

    private BitSet where(Predicate<Kind> condition) {
        BitSet found = new BitSet(all.size());
        for (int kind = 0; kind < all.size(); kind++) {
            found.set(kind, condition.test(all.get(kind)));
        }
        return found;
    }
}
