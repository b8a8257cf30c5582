package nl.koppelwerk.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.Sides;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.matching.Promise;

/**
 * A proposal of the night before that is not there again, although its request is still open. Names nobody, so that whoever
 * shows it decides whom the reader may see.
 *
 * @param before whom the night before proposed
 * @param now who is proposed instead, if anybody
 */
public record Shift(SupportRequestId request, VolunteerId before, Optional<VolunteerId> now, Cause cause) {
    /** What is in the way of the volunteer of the night before. */
    public sealed interface Cause {
        /** The volunteer is no longer known. */
        record Gone() implements Cause {}

        /** A rule forbids the two by now. */
        record Forbidden(Finding finding) implements Cause {}

        /** The volunteer is proposed for another request. */
        record Elsewhere(SupportRequestId request) implements Cause {}

        /** Nothing: the plan as a whole got better. */
        record BetterPlan() implements Cause {}
    }

    /** In the order of the last proposals of the snapshot. */
    public static List<Shift> since(Snapshot snapshot, Collection<Promise> proposals) {
        return new Comparison(snapshot, proposals).shifts();
    }

    /** Tonight's proposals by request and by volunteer. */
    private static final class Comparison {
        private final Snapshot snapshot;
        private final Sides sides;
        private final Map<SupportRequestId, VolunteerId> proposed = new HashMap<>();
        private final Map<VolunteerId, SupportRequestId> busy = new HashMap<>();
        private final Set<SupportRequestId> open = new HashSet<>();
        private final Set<VolunteerId> known = new HashSet<>();

        Comparison(Snapshot snapshot, Collection<Promise> proposals) {
            this.snapshot = snapshot;
            this.sides = new Sides(snapshot);
            for (Promise promise : proposals) {
                proposed.put(promise.request(), promise.volunteer());
                busy.put(promise.volunteer(), promise.request());
            }
            snapshot.requests().forEach(request -> open.add(request.id()));
            snapshot.fixed().forEach(pairing -> open.remove(pairing.request()));
            snapshot.volunteers().forEach(volunteer -> known.add(volunteer.id()));
        }

        List<Shift> shifts() {
            List<Shift> shifts = new ArrayList<>();
            for (Pairing last : snapshot.lastProposals()) {
                Optional<VolunteerId> now = Optional.ofNullable(proposed.get(last.request()));
                if (open.contains(last.request()) && !now.equals(Optional.of(last.volunteer()))) {
                    shifts.add(new Shift(last.request(), last.volunteer(), now, cause(last)));
                }
            }
            return shifts;
        }

        private Cause cause(Pairing last) {
            if (!known.contains(last.volunteer())) {
                return new Cause.Gone();
            }
            Optional<Finding> obstacle = Rules.firstObstacle(sides.getPair(last.request(), last.volunteer()));
            if (obstacle.isPresent()) {
                return new Cause.Forbidden(obstacle.get());
            }
            return Optional.ofNullable(busy.get(last.volunteer()))
                    .<Cause>map(Cause.Elsewhere::new)
                    .orElseGet(Cause.BetterPlan::new);
        }
    }
}
