package nl.koppelwerk.avoidedcost.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nl.koppelwerk.disclosure.Threshold;

/** Rounds parts so that they add up to their whole, rounded: those that rounding moved most are moved back. */
final class Apportioned {
    private Apportioned() {}

    /** @param whole a multiple of the step, nearest to the sum of the parts or to a difference of two such */
    static List<Long> of(long whole, List<Long> exact, long step) {
        List<Long> parts = new ArrayList<>(
                exact.stream().map(part -> Threshold.rounded(part, step)).toList());
        long missing = whole - parts.stream().mapToLong(Long::longValue).sum();
        long move = missing < 0 ? -step : step;
        List<Integer> order = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparingLong(at -> (parts.get(at) - exact.get(at)) * Long.signum(move)))
                .toList();
        for (int at = 0; missing != 0; at++, missing -= move) {
            parts.set(order.get(at), parts.get(order.get(at)) + move);
        }
        return List.copyOf(parts);
    }
}
