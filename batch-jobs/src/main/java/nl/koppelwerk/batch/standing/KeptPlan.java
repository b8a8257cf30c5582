package nl.koppelwerk.batch.standing;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.explain.Explanations;
import nl.koppelwerk.matching.Matched;

/**
 * The plan of an organisation as it stands, with the answers that can be asked of it; may be used by several threads at once.
 *
 * @param matched the plan with its problem; its lists of proposals and of unpaired are empty, as they are costly and seldom asked
 */
public record KeptPlan(Snapshot snapshot, Matched matched, Explanations explanations) {
    public Candidates candidates() {
        return matched.candidates();
    }

    public Optional<SupportRequest> findRequest(SupportRequestId id) {
        return snapshot.requests().stream()
                .filter(request -> request.id().equals(id))
                .findFirst();
    }

    public Optional<Volunteer> findVolunteer(VolunteerId id) {
        return snapshot.volunteers().stream()
                .filter(volunteer -> volunteer.id().equals(id))
                .findFirst();
    }

    /** The requests that wait for a volunteer: not those of pairings under way. */
    public List<SupportRequest> open() {
        return snapshot.requests().stream()
                .filter(request -> !candidates().problem().isFixed(candidates().getRequest(request.id())))
                .toList();
    }
}
