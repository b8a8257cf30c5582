package nl.koppelwerk.matching.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Status;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;

/**
 * The plan as it stands: pairings under way, and the proposals that wait for a decision as far as they still keep every rule
 * together. A decision, a pause or a new wish may have broken some of them since the night.
 */
public final class StandingPlan {
    private final Candidates candidates;
    private final Plan plan;
    private final List<Pairing> broken;

    private StandingPlan(Candidates candidates, Ledger ledger, List<Pairing> broken) {
        this.candidates = candidates;
        this.plan = ledger.plan();
        this.broken = List.copyOf(broken);
    }

    /**
     * @param candidates found in what is known now; its last proposals are those that stand
     * @param kept of two proposals that do not go together one of these is kept, else the one for the weightier request
     */
    public static StandingPlan of(Candidates candidates, Set<PairingId> kept) {
        Snapshot snapshot = candidates.sides().snapshot();
        Ledger ledger = Opening.withFixedPairs(candidates.problem())
                .orElseThrow(() -> new IllegalStateException("pairings under way exclude each other"));
        List<Pairing> broken = new ArrayList<>();
        Set<SupportRequestId> requests = new HashSet<>();
        snapshot.requests().stream().map(SupportRequest::id).forEach(requests::add);
        Set<VolunteerId> volunteers = new HashSet<>();
        snapshot.volunteers().stream().map(Volunteer::id).forEach(volunteers::add);
        snapshot.lastProposals().stream()
                .sorted(Comparator.comparing((Pairing proposal) -> !kept.contains(proposal.id()))
                        .thenComparing(proposal -> weight(candidates, requests, proposal), Comparator.reverseOrder()))
                .forEach(proposal -> {
                    if (!requests.contains(proposal.request())
                            || !volunteers.contains(proposal.volunteer())
                            || !enter(candidates, ledger, proposal)) {
                        broken.add(proposal);
                    }
                });
        return new StandingPlan(candidates, ledger, broken);
    }

    private static long weight(Candidates candidates, Set<SupportRequestId> known, Pairing proposal) {
        return known.contains(proposal.request())
                ? candidates.problem().requestWeight()[candidates.getRequest(proposal.request())]
                : 0;
    }

    private static boolean enter(Candidates candidates, Ledger ledger, Pairing proposal) {
        Problem problem = candidates.problem();
        int request = candidates.getRequest(proposal.request());
        OptionalInt pair = candidates.findPair(request, candidates.getVolunteer(proposal.volunteer()));
        long dayParts = proposal.dayParts().bits();
        if (pair.isEmpty()
                || ledger.isServed(request)
                || proposal.dayParts().size() != problem.requestSlots()[request]
                || (dayParts & ~problem.pairDayParts()[pair.getAsInt()]) != 0) {
            return false;
        }
        ledger.set(request, pair.getAsInt(), dayParts);
        if (ledger.breaches() > 0) {
            ledger.set(request, -1, 0);
            return false;
        }
        return true;
    }

    public Candidates candidates() {
        return candidates;
    }

    public Snapshot snapshot() {
        return candidates.sides().snapshot();
    }

    public Plan plan() {
        return plan;
    }

    /** Proposals that stand but no longer keep every rule beside the others. */
    public List<Pairing> broken() {
        return broken;
    }

    /** The plan as an answer of which nothing is proved. */
    public Result result() {
        return result(candidates.problem(), plan);
    }

    /** A plan that nobody has proved anything of. */
    static Result result(Problem problem, Plan plan) {
        PlanValue value = PlanChecker.value(problem, plan);
        return new Result(plan, value, value, Status.FEASIBLE, Optional.empty(), false, 0, List.of());
    }
}
