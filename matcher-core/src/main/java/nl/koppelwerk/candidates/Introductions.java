package nl.koppelwerk.candidates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;

/**
 * How many new introductions each programme has room for, as groups of the problem.
 *
 * <p>A programme's introductions a week, less the pairings that are on their way to one: accepted, asked or being
 * introduced. A programme that has room for all its open requests is left out, so that it does not tie parts of the problem
 * together for nothing.
 */
record Introductions(int[] groupOfRequest, int[] limits) {
    private static final Set<Step> UNDER_WAY = EnumSet.of(Step.ACCEPTED, Step.ASKED, Step.INTRODUCTION);

    static Introductions of(Night night, FixedPairs fixed, int[] pairStart) {
        Map<ProgrammeId, Integer> room = room(night);
        Map<ProgrammeId, Integer> waiting = new HashMap<>();
        for (int request = 0; request < night.requests(); request++) {
            if (isOpen(request, fixed, pairStart)) {
                waiting.merge(night.askings.get(request).programme().id(), 1, Integer::sum);
            }
        }
        Map<ProgrammeId, Integer> groups = new HashMap<>();
        List<Integer> limits = new ArrayList<>();
        for (Programme programme : night.sides.snapshot().programmes()) {
            int limit = room.getOrDefault(programme.id(), 0);
            if (limit < waiting.getOrDefault(programme.id(), 0)) {
                groups.put(programme.id(), limits.size());
                limits.add(limit);
            }
        }
        int[] groupOfRequest = new int[night.requests()];
        Arrays.setAll(
                groupOfRequest,
                request -> isOpen(request, fixed, pairStart)
                        ? groups.getOrDefault(
                                night.askings.get(request).programme().id(), -1)
                        : -1);
        return new Introductions(
                groupOfRequest, limits.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Introductions that each programme has room for, 0 or more. */
    static Map<ProgrammeId, Integer> room(Night night) {
        Map<ProgrammeId, Integer> room = new HashMap<>();
        for (Programme programme : night.sides.snapshot().programmes()) {
            room.put(programme.id(), programme.introductionsPerWeek());
        }
        for (Pairing pairing : night.sides.snapshot().fixed()) {
            if (UNDER_WAY.contains(pairing.step())) {
                room.computeIfPresent(
                        night.sides.getAsking(pairing.request()).programme().id(),
                        (programme, left) -> Math.max(0, left - 1));
            }
        }
        return room;
    }

    private static boolean isOpen(int request, FixedPairs fixed, int[] pairStart) {
        return !fixed.holds(request) && pairStart[request] < pairStart[request + 1];
    }

    /** Programmes do not lie within each other. */
    int[] parents() {
        int[] parents = new int[limits.length];
        Arrays.fill(parents, -1);
        return parents;
    }
}
