package nl.koppelwerk.candidates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/**
 * The pairings under way, which are kept whatever the rules say today; what is wrong with them is told as a warning.
 *
 * <p>A day-part promised twice, to one volunteer's two families or to two requests of one family, counts for the first
 * only: the plan could not be drawn up otherwise.
 */
final class FixedPairs {
    private final Night night;
    private final int[] volunteer;
    private final int[] dayParts;
    private final List<Sentence> warnings = new ArrayList<>();

    FixedPairs(Night night) {
        this.night = night;
        this.volunteer = new int[night.requests()];
        this.dayParts = new int[night.requests()];
        Arrays.fill(volunteer, -1);
        Map<Integer, Integer> promisedBy = new HashMap<>();
        Map<FamilyId, Integer> promisedTo = new HashMap<>();
        for (Pairing pairing : night.sides.snapshot().fixed()) {
            fix(pairing, promisedBy, promisedTo);
        }
    }

    private void fix(Pairing pairing, Map<Integer, Integer> promisedBy, Map<FamilyId, Integer> promisedTo) {
        int request = night.getRequest(pairing.request());
        if (volunteer[request] >= 0) {
            throw new IllegalArgumentException("two pairings under way for one request: " + pairing.request());
        }
        volunteer[request] = night.getVolunteer(pairing.volunteer());
        FamilyId family = night.askings.get(request).family().id();
        int taken = promisedBy.getOrDefault(volunteer[request], 0) | promisedTo.getOrDefault(family, 0);
        int promised = pairing.dayParts().bits();
        dayParts[request] = promised & ~taken;
        promisedBy.merge(volunteer[request], promised, (one, other) -> one | other);
        promisedTo.merge(family, promised, (one, other) -> one | other);
        if ((promised & taken) != 0) {
            warn("matching.warning.promised-twice", request);
        }
        Rules.obstacles(night.sides.getPair(pairing.request(), pairing.volunteer()))
                .forEach(finding -> warn("matching.warning.rule", request, new Argument.Said(finding.sentence())));
    }

    private void warn(String key, int request, Argument... more) {
        List<Argument> arguments = new ArrayList<>(List.of(
                new Argument.Name(night.askings.get(request).request().reference()),
                new Argument.Name(
                        night.offerings.get(volunteer[request]).volunteer().reference())));
        arguments.addAll(List.of(more));
        warnings.add(new Sentence(key, arguments));
    }

    boolean holds(int request) {
        return volunteer[request] >= 0;
    }

    int volunteer(int request) {
        return volunteer[request];
    }

    /** As far as they are promised once. */
    int dayParts(int request) {
        return dayParts[request];
    }

    List<Sentence> warnings() {
        return List.copyOf(warnings);
    }
}
