package nl.koppelwerk.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/**
 * What becomes of one request when the plan changes.
 *
 * @param family what the coordinator calls the family that asks
 */
public record Change(SupportRequest request, String family, Optional<Volunteer> before, Optional<Volunteer> after) {
    /** Whether the request had somebody and has nobody now. */
    public boolean isLoss() {
        return before.isPresent() && after.isEmpty();
    }

    static List<Change> between(Candidates candidates, Plan before, Plan after) {
        List<Change> changes = new ArrayList<>();
        for (int request = 0; request < before.pair().length; request++) {
            if (before.pair()[request] != after.pair()[request]) {
                changes.add(new Change(
                        candidates.asking(request).request(),
                        candidates.asking(request).family().name(),
                        volunteer(candidates, before.pair()[request]),
                        volunteer(candidates, after.pair()[request])));
            }
        }
        return changes;
    }

    private static Optional<Volunteer> volunteer(Candidates candidates, int pair) {
        return pair < 0
                ? Optional.empty()
                : Optional.of(candidates
                        .offering(candidates.problem().pairVolunteer()[pair])
                        .volunteer());
    }

    /** As a coordinator would say it. */
    public Sentence sentence() {
        return sentence(everybody -> true);
    }

    /** As it is said to somebody who may see only some requests and volunteers: the others have no name. */
    public Sentence sentence(Predicate<UUID> seen) {
        Argument name =
                seen.test(request.id().value()) ? new Argument.Name(family) : new Argument.Term("ANOTHER_FAMILY");
        if (after.isEmpty()) {
            return Sentence.of("explain.change.loses", name, name(before, seen));
        }
        return before.isEmpty()
                ? Sentence.of("explain.change.gains", name, name(after, seen))
                : Sentence.of("explain.change.moves", name, name(before, seen), name(after, seen));
    }

    private static Argument name(Optional<Volunteer> volunteer, Predicate<UUID> seen) {
        return volunteer
                .filter(one -> seen.test(one.id().value()))
                .<Argument>map(one -> new Argument.Name(one.name()))
                .orElse(new Argument.Term("ANOTHER_VOLUNTEER"));
    }
}
