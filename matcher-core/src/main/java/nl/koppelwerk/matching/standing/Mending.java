package nl.koppelwerk.matching.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.matching.Promise;
import nl.koppelwerk.matching.Proposal;
import nl.koppelwerk.matching.ProposalCheck;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.solver.Replanner;

/** Mends the plan as it stands where a decision touches it; the proposals that people are busy with stay. */
public final class Mending {
    private final Candidates candidates;
    private final Snapshot snapshot;
    private final Set<PairingId> undisturbed;
    private final StandingPlan standing;

    /**
     * @param candidates found in what is known now; its last proposals are those that stand
     * @param undisturbed proposals that somebody is looking at or talking about
     */
    public Mending(Candidates candidates, Set<PairingId> undisturbed) {
        this.candidates = candidates;
        this.snapshot = candidates.sides().snapshot();
        this.undisturbed = Set.copyOf(undisturbed);
        this.standing = StandingPlan.of(candidates, undisturbed);
    }

    /**
     * Looks for a volunteer for those of these requests that have none, for those whose proposal no longer holds, and for
     * requests that these volunteers could serve.
     *
     * @throws IllegalStateException when what comes out breaks a rule
     */
    public Mended around(Collection<SupportRequestId> requests, Collection<VolunteerId> volunteers, long seed) {
        Replanner replanner = new Replanner(candidates.problem(), standing.plan(), seed);
        Set<SupportRequestId> waiting = new HashSet<>(requests);
        Set<VolunteerId> free = new HashSet<>(volunteers);
        for (Pairing proposal : standing.broken()) {
            waiting.add(proposal.request());
            free.add(proposal.volunteer());
        }
        holdTheUndisturbed(replanner);
        Replanner.Repair repair = replanner.mend(
                snapshot.requests().stream()
                        .filter(request -> waiting.contains(request.id()))
                        .map(request -> candidates.getRequest(request.id()))
                        .filter(request -> standing.plan().pair()[request] < 0 && !isBusyWith(request))
                        .toList(),
                snapshot.volunteers().stream()
                        .map(Volunteer::id)
                        .filter(free::contains)
                        .map(candidates::getVolunteer)
                        .toList());
        Set<SupportRequestId> touched = new HashSet<>(waiting);
        repair.changed()
                .forEach(one -> touched.add(candidates.asking(one).request().id()));
        return mended(replanner, touched);
    }

    private void holdTheUndisturbed(Replanner replanner) {
        for (Pairing proposal : snapshot.lastProposals()) {
            if (undisturbed.contains(proposal.id()) && !standing.broken().contains(proposal)) {
                replanner.confirm(candidates.getRequest(proposal.request()));
            }
        }
    }

    /** Somebody looks at a proposal for this request that no longer holds: they will be told when they decide. */
    private boolean isBusyWith(int request) {
        SupportRequestId id = candidates.asking(request).request().id();
        return standing.broken().stream()
                .anyMatch(proposal -> proposal.request().equals(id) && undisturbed.contains(proposal.id()));
    }

    private Mended mended(Replanner replanner, Set<SupportRequestId> touched) {
        List<SupportRequest> some = snapshot.requests().stream()
                .filter(request -> touched.contains(request.id()))
                .toList();
        Matched changed = Matching.read(candidates, StandingPlan.result(candidates.problem(), replanner.plan()), some);
        check(replanner, changed);
        return compare(changed, touched);
    }

    /** The touched proposals beside all the others, straight from the rules. */
    private void check(Replanner replanner, Matched changed) {
        List<Promise> touched = changed.proposals().stream().map(Promise::of).toList();
        List<Promise> promises = new ArrayList<>(touched);
        Set<SupportRequestId> told = new HashSet<>();
        changed.proposals().forEach(proposal -> told.add(proposal.request()));
        for (Pairing proposal : snapshot.lastProposals()) {
            boolean stands = !standing.broken().contains(proposal)
                    && !told.contains(proposal.request())
                    && replanner.plan().pair()[candidates.getRequest(proposal.request())] >= 0;
            if (stands) {
                promises.add(Promise.of(proposal));
            }
        }
        List<Sentence> breaches = ProposalCheck.breaches(snapshot, promises, touched);
        if (!breaches.isEmpty()) {
            throw new IllegalStateException(breaches.size() + " breaches, the first: " + breaches.getFirst());
        }
    }

    private Mended compare(Matched changed, Set<SupportRequestId> touched) {
        Map<SupportRequestId, Pairing> before = new HashMap<>();
        snapshot.lastProposals().forEach(proposal -> before.put(proposal.request(), proposal));
        List<Pairing> withdrawn = new ArrayList<>();
        List<Proposal> added = new ArrayList<>();
        List<Mended.Moved> moved = new ArrayList<>();
        List<Sentence> told = new ArrayList<>();
        for (Proposal proposal : changed.proposals()) {
            Pairing stood = before.remove(proposal.request());
            if (stood == null || !stood.volunteer().equals(proposal.volunteer())) {
                added.add(proposal);
                Optional.ofNullable(stood).ifPresent(withdrawn::add);
                told.add(added(proposal, Optional.ofNullable(stood)));
            } else if (!stood.dayParts().equals(proposal.dayParts())) {
                moved.add(new Mended.Moved(stood, proposal.dayParts()));
                told.add(Sentence.of(
                        "matching.fresh.moved",
                        family(proposal.request()),
                        volunteer(proposal.volunteer()),
                        new Argument.Week(proposal.dayParts())));
            }
        }
        for (Pairing proposal : before.values()) {
            if (touched.contains(proposal.request()) && !undisturbed.contains(proposal.id())) {
                withdrawn.add(proposal);
                told.add(Sentence.of(
                        "matching.fresh.withdrawn", family(proposal.request()), volunteer(proposal.volunteer())));
            }
        }
        return new Mended(withdrawn, moved, added, changed.unpaired(), told);
    }

    private Sentence added(Proposal proposal, Optional<Pairing> stood) {
        Argument family = family(proposal.request());
        Argument volunteer = volunteer(proposal.volunteer());
        return stood.map(
                        before -> Sentence.of("matching.fresh.other", family, volunteer(before.volunteer()), volunteer))
                .orElseGet(() -> Sentence.of("matching.fresh.added", family, volunteer));
    }

    /** What the coordinator calls them; of somebody who is no longer there the name is not known. */
    private Argument family(SupportRequestId id) {
        return new Argument.Name(snapshot.requests().stream()
                .filter(request -> request.id().equals(id))
                .map(request -> candidates.sides().getAsking(id).family().name())
                .findFirst()
                .orElse("–"));
    }

    private Argument volunteer(VolunteerId id) {
        return new Argument.Name(snapshot.volunteers().stream()
                .filter(volunteer -> volunteer.id().equals(id))
                .map(Volunteer::name)
                .findFirst()
                .orElse("–"));
    }
}
