package nl.koppelwerk.disclosure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A publication as it went out: fixed, and kept with what it was made from, because everything published later is
 * checked against it.
 *
 * @param counts selections whose number of families is shown, with the rounded number
 * @param sums measure to selections whose sum is shown, with the rounded sum
 */
public record Release(Tabulation tabulation, Map<Selection, Long> counts, Map<String, Map<Selection, Long>> sums) {
    public Release {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        Map<String, Map<Selection, Long>> copy = new TreeMap<>();
        sums.forEach((measure, shown) -> copy.put(measure, Collections.unmodifiableMap(new LinkedHashMap<>(shown))));
        sums = Collections.unmodifiableMap(copy);
    }

    /** Empty: withheld, be it because it is small or to protect another figure; a reader cannot tell which. */
    public Optional<Long> count(Selection selection) {
        return Optional.ofNullable(counts.get(selection));
    }

    /** Empty: withheld. */
    public Optional<Long> sum(String measure, Selection selection) {
        return Optional.ofNullable(sums.getOrDefault(measure, Map.of()).get(selection));
    }
}
