package nl.koppelwerk.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Proposal;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/** What changed since last night's proposals, and why. */
public final class Overnight {
    private final Candidates candidates;
    private final Map<SupportRequestId, Proposal> proposed = new HashMap<>();
    private final Map<VolunteerId, Proposal> busy = new HashMap<>();
    private final Map<SupportRequestId, String> open = new HashMap<>();
    private final Map<VolunteerId, Volunteer> known = new HashMap<>();

    private Overnight(Matched matched) {
        this.candidates = matched.candidates();
        Snapshot snapshot = candidates.sides().snapshot();
        for (Proposal proposal : matched.proposals()) {
            proposed.put(proposal.request(), proposal);
            busy.put(proposal.volunteer(), proposal);
        }
        snapshot.requests()
                .forEach(request -> open.put(
                        request.id(),
                        candidates.sides().getAsking(request.id()).family().name()));
        snapshot.fixed().forEach(pairing -> open.remove(pairing.request()));
        snapshot.volunteers().forEach(volunteer -> known.put(volunteer.id(), volunteer));
    }

    /**
     * A sentence or two for each of last night's proposals that is not there again, although its request is still open: who
     * comes instead, and what is in the way of last night's volunteer.
     */
    public static List<Sentence> changes(Matched matched) {
        Overnight overnight = new Overnight(matched);
        List<Sentence> changes = new ArrayList<>();
        for (Pairing last : matched.candidates().sides().snapshot().lastProposals()) {
            changes.addAll(overnight.change(last));
        }
        return changes;
    }

    private List<Sentence> change(Pairing last) {
        Optional<Proposal> now = Optional.ofNullable(proposed.get(last.request()));
        boolean same = now.isPresent() && now.get().volunteer().equals(last.volunteer());
        return same || !open.containsKey(last.request()) ? List.of() : List.of(what(last, now), why(last));
    }

    private Sentence what(Pairing last, Optional<Proposal> now) {
        Argument request = new Argument.Name(open.getOrDefault(last.request(), ""));
        return now.map(proposal -> Sentence.of("explain.overnight.other", request, name(proposal.volunteer())))
                .orElseGet(() -> Sentence.of("explain.overnight.nobody", request));
    }

    private Argument name(VolunteerId volunteer) {
        return new Argument.Name(
                Optional.ofNullable(known.get(volunteer)).map(Volunteer::name).orElse(""));
    }

    private Sentence why(Pairing last) {
        if (!known.containsKey(last.volunteer())) {
            return Sentence.of("explain.overnight.gone");
        }
        Optional<Finding> obstacle = Rules.firstObstacle(candidates.sides().getPair(last.request(), last.volunteer()));
        if (obstacle.isPresent()) {
            return Sentence.of(
                    "explain.overnight.rule",
                    name(last.volunteer()),
                    new Argument.Said(obstacle.get().sentence()));
        }
        return Optional.ofNullable(busy.get(last.volunteer()))
                .map(elsewhere -> Sentence.of(
                        "explain.overnight.elsewhere",
                        name(last.volunteer()),
                        new Argument.Name(open.getOrDefault(elsewhere.request(), ""))))
                .orElseGet(() -> Sentence.of("explain.overnight.better", name(last.volunteer())));
    }
}
