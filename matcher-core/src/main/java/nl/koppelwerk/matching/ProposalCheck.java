package nl.koppelwerk.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.Sides;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/**
 * Checks proposals against every rule, straight from the snapshot: knows nothing of candidates, problem or solver, so that a
 * mistake there does not hide itself.
 */
public final class ProposalCheck {
    private final Sides sides;
    private final List<Promise> fixed;
    private final List<Promise> proposals;
    private final List<Sentence> breaches = new ArrayList<>();

    private ProposalCheck(Snapshot snapshot, Collection<Promise> proposals) {
        this.sides = new Sides(snapshot);
        this.fixed = snapshot.fixed().stream().map(Promise::of).toList();
        this.proposals = List.copyOf(proposals);
    }

    /**
     * What is wrong with these proposals, in words; empty when nothing is. Throws {@link IllegalArgumentException} for
     * somebody whom the snapshot does not know.
     */
    public static List<Sentence> breaches(Snapshot snapshot, Collection<Promise> proposals) {
        return breaches(snapshot, proposals, proposals);
    }

    /**
     * As {@link #breaches(Snapshot, Collection)}, where only some have changed: of the others it is known that the two suit
     * each other.
     */
    public static List<Sentence> breaches(
            Snapshot snapshot, Collection<Promise> proposals, Collection<Promise> changed) {
        ProposalCheck check = new ProposalCheck(snapshot, proposals);
        check.requestsOnce();
        changed.forEach(check::pairRules);
        changed.forEach(check::dayParts);
        check.volunteers();
        check.dayPartsOnce();
        check.introductions();
        return List.copyOf(check.breaches);
    }

    private SupportRequest request(Promise promise) {
        return sides.getAsking(promise.request()).request();
    }

    private Volunteer volunteer(Promise promise) {
        return sides.getOffering(promise.volunteer()).volunteer();
    }

    private void breach(String key, Argument... arguments) {
        breaches.add(Sentence.of("matching.breach." + key, arguments));
    }

    private Argument name(Promise promise) {
        return new Argument.Name(request(promise).reference());
    }

    private Argument name(Volunteer volunteer) {
        return new Argument.Name(volunteer.reference());
    }

    private void requestsOnce() {
        Set<SupportRequestId> served = new HashSet<>();
        Stream.concat(fixed.stream(), proposals.stream())
                .filter(promise -> !served.add(promise.request()))
                .forEach(promise -> breach("request-twice", name(promise)));
    }

    private void pairRules(Promise promise) {
        Rules.obstacles(sides.getPair(promise.request(), promise.volunteer()))
                .forEach(finding ->
                        breach("rule", name(promise), name(volunteer(promise)), new Argument.Said(finding.sentence())));
    }

    private void dayParts(Promise promise) {
        int asked = request(promise).dayPartsPerWeek();
        if (promise.dayParts().size() != asked) {
            breach(
                    "day-parts-number",
                    name(promise),
                    name(volunteer(promise)),
                    new Argument.Count(promise.dayParts().size()),
                    new Argument.Count(asked));
        }
        var unsuited = promise.dayParts()
                .without(request(promise).dayParts().and(volunteer(promise).availability()));
        if (!unsuited.isEmpty()) {
            breach("day-parts-unsuited", name(promise), name(volunteer(promise)), new Argument.Week(unsuited));
        }
    }

    /** A volunteer who has too much from pairings under way alone is not the proposals' fault. */
    private void volunteers() {
        Map<VolunteerId, List<Promise>> byVolunteer = new HashMap<>();
        fixed.forEach(promise -> byVolunteer
                .computeIfAbsent(promise.volunteer(), v -> new ArrayList<>())
                .add(promise));
        for (Promise promise : proposals) {
            List<Promise> all = byVolunteer.computeIfAbsent(promise.volunteer(), v -> new ArrayList<>());
            all.add(promise);
            Volunteer volunteer = volunteer(promise);
            limit("families", volunteer, all, one -> 1, volunteer.maximumFamilies());
            limit(
                    "hours",
                    volunteer,
                    all,
                    one -> one.hoursPerWeek().quarters(),
                    volunteer.hoursPerWeek().quarters());
            if (request(promise).heavy()) {
                limit("heavy", volunteer, all, one -> one.heavy() ? 1 : 0, 1);
            }
        }
    }

    private void limit(
            String key, Volunteer volunteer, List<Promise> all, ToIntFunction<SupportRequest> use, int limit) {
        int used = all.stream()
                .mapToInt(promise -> use.applyAsInt(request(promise)))
                .sum();
        if (used > limit) {
            breach(key, name(volunteer), new Argument.Count(used), new Argument.Count(limit));
        }
    }

    private void dayPartsOnce() {
        Map<VolunteerId, Integer> promisedBy = new HashMap<>();
        Map<FamilyId, Integer> promisedTo = new HashMap<>();
        for (Promise promise : fixed) {
            promisedBy.merge(promise.volunteer(), promise.dayParts().bits(), (one, two) -> one | two);
            promisedTo.merge(request(promise).family(), promise.dayParts().bits(), (one, two) -> one | two);
        }
        for (Promise promise : proposals) {
            int bits = promise.dayParts().bits();
            FamilyId family = request(promise).family();
            if ((promisedBy.getOrDefault(promise.volunteer(), 0) & bits) != 0) {
                breach("volunteer-day-part-twice", name(promise), name(volunteer(promise)));
            }
            if ((promisedTo.getOrDefault(family, 0) & bits) != 0) {
                breach("family-day-part-twice", name(promise));
            }
            promisedBy.merge(promise.volunteer(), bits, (one, two) -> one | two);
            promisedTo.merge(family, bits, (one, two) -> one | two);
        }
    }

    private void introductions() {
        Map<ProgrammeId, Integer> underWay = new HashMap<>();
        sides.snapshot().fixed().stream()
                .filter(pairing -> pairing.step() == Step.ACCEPTED
                        || pairing.step() == Step.ASKED
                        || pairing.step() == Step.INTRODUCTION)
                .forEach(pairing -> underWay.merge(programme(Promise.of(pairing)), 1, Integer::sum));
        Map<ProgrammeId, Integer> proposed = new HashMap<>();
        proposals.forEach(promise -> proposed.merge(programme(promise), 1, Integer::sum));
        for (Programme programme : sides.snapshot().programmes()) {
            int room = Math.max(0, programme.introductionsPerWeek() - underWay.getOrDefault(programme.id(), 0));
            int number = proposed.getOrDefault(programme.id(), 0);
            if (number > room) {
                breach(
                        "introductions",
                        new Argument.Name(programme.name()),
                        new Argument.Count(number),
                        new Argument.Count(room));
            }
        }
    }

    private ProgrammeId programme(Promise promise) {
        Asking asking = sides.getAsking(promise.request());
        return asking.programme().id();
    }
}
