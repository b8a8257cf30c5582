package nl.koppelwerk.explain.unpaired;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.Sides;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Pair;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/** A volunteer for whom it has changed since an earlier moment whether the rules allow them with a request, and why. */
public record Since(Volunteer volunteer, Sentence sentence) {
    /** By the volunteers' order in the later snapshot; those who are gone since come last. */
    public static List<Since> between(Snapshot before, Sides now, SupportRequestId request) {
        if (before.requests().stream().noneMatch(one -> one.id().equals(request))) {
            return List.of();
        }
        Sides then = new Sides(before);
        Map<VolunteerId, Offering> known = new HashMap<>();
        then.offerings().forEach(one -> known.put(one.volunteer().id(), one));
        List<Since> changes = new ArrayList<>();
        Asking asking = now.getAsking(request);
        for (Offering offering : now.offerings()) {
            Optional<Offering> earlier =
                    Optional.ofNullable(known.remove(offering.volunteer().id()));
            Optional<Finding> obstacle = Rules.firstObstacle(new Pair(asking, offering));
            Optional<Finding> obstacleThen =
                    earlier.flatMap(one -> Rules.firstObstacle(new Pair(then.getAsking(request), one)));
            boolean allowedThen = earlier.isPresent() && obstacleThen.isEmpty();
            if (allowedThen && obstacle.isPresent()) {
                changes.add(said("lost", offering, obstacle.get().sentence()));
            } else if (!allowedThen && obstacle.isEmpty()) {
                changes.add(obstacleThen
                        .map(finding -> said("won", offering, finding.sentence()))
                        .orElseGet(() ->
                                new Since(offering.volunteer(), Sentence.of("explain.since.new", name(offering)))));
            }
        }
        known.values().stream()
                .filter(gone -> Rules.firstObstacle(new Pair(then.getAsking(request), gone))
                        .isEmpty())
                .map(gone -> new Since(gone.volunteer(), Sentence.of("explain.since.gone", name(gone))))
                .forEach(changes::add);
        return changes;
    }

    private static Since said(String what, Offering offering, Sentence why) {
        return new Since(
                offering.volunteer(), Sentence.of("explain.since." + what, name(offering), new Argument.Said(why)));
    }

    private static Argument name(Offering offering) {
        return new Argument.Name(offering.volunteer().name());
    }
}
