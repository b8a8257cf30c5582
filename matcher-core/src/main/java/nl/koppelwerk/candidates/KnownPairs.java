package nl.koppelwerk.candidates;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.problem.Problem;

/**
 * The pairs found before, for the requests of which nothing has changed that a rule may read. A change of one volunteer may
 * concern every request, so then nothing counts as known.
 *
 * @param volunteer for each request the volunteers of its pairs; empty: not known
 * @param value what each pair is worth
 */
record KnownPairs(int[][] volunteer, int[][] value) {
    private static final int[] NOT_KNOWN = {};

    static KnownPairs none(Night night) {
        int[][] nothing = new int[night.requests()][];
        Arrays.fill(nothing, NOT_KNOWN);
        return new KnownPairs(nothing, nothing);
    }

    static KnownPairs of(Night then, Problem found, Night now) {
        KnownPairs known = new KnownPairs(none(now).volunteer(), none(now).value());
        if (then.offerings.equals(now.offerings)) {
            Map<SupportRequestId, Integer> numbers = new HashMap<>();
            then.askings.forEach(asking -> numbers.put(asking.request().id(), numbers.size()));
            IntStream.range(0, now.requests()).parallel().forEach(request -> {
                int before =
                        numbers.getOrDefault(now.askings.get(request).request().id(), -1);
                if (before >= 0
                        && !found.isFixed(before)
                        && then.askings.get(before).equals(now.askings.get(request))) {
                    known.take(found, before, request);
                }
            });
        }
        return known;
    }

    private void take(Problem found, int before, int request) {
        int from = found.pairStart()[before];
        int to = found.pairStart()[before + 1];
        volunteer[request] = Arrays.copyOfRange(found.pairVolunteer(), from, to);
        value[request] = Arrays.copyOfRange(found.pairValue(), from, to);
    }

    /** A request without any pair counts as not known: there is little to find again. */
    boolean holds(int request) {
        return volunteer[request].length > 0;
    }

    void put(int request, FoundPairs found) {
        found.volunteer()[request] = volunteer[request];
        found.value()[request] = value[request];
    }
}
