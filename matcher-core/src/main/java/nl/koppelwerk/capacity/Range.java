package nl.koppelwerk.capacity;

import java.util.List;

/**
 * What the repetitions came to.
 *
 * @param low one in ten is lower
 * @param high one in ten is higher
 */
public record Range(double low, double middle, double high) {
    /** @param values one or more, in any order */
    static Range of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Range(at(sorted, 0.1), at(sorted, 0.5), at(sorted, 0.9));
    }

    /** Between the two nearest values, by how near each is. */
    static double at(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.size() - 1, below + 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
