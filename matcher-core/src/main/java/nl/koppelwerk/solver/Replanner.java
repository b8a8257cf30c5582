package nl.koppelwerk.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Newcomer;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.RequestsByVolunteer;
import nl.koppelwerk.solver.search.Chains;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.PairOrder;

/**
 * Mends a plan after one decision, in about the time a click takes: only what the decision touches is planned again.
 *
 * <p>Decisions add up. Every plan in between keeps every rule; how good it is, is for the next night to settle. Not safe
 * for use by several threads at once.
 */
public final class Replanner {

    private static final int TRIES = 400;
    private static final int DEPTH = 4;
    private static final int MOST_WAITING = 40;

    private final long seed;
    private Problem problem;
    private Ledger ledger;
    private PairOrder order;
    private Chains chains;
    private final RequestsByVolunteer requests;
    private final List<Newcomer> newcomers = new ArrayList<>();

    /** @param plan a plan that keeps every rule of the problem */
    public Replanner(Problem problem, Plan plan, long seed) {
        this.problem = problem;
        this.seed = seed;
        this.ledger = Ledger.of(problem, plan);
        if (ledger.breaches() > 0) {
            throw new IllegalArgumentException("the plan breaks rules by " + ledger.breaches());
        }
        this.order = PairOrder.byValue(problem);
        this.chains = new Chains(ledger, order, seed);
        this.requests = RequestsByVolunteer.of(problem);
    }

    /**
     * What a decision did to the plan.
     *
     * @param changed requests whose pair or day-parts are others now, ascending
     */
    public record Repair(PlanValue before, PlanValue after, List<Integer> changed) {}

    public Plan plan() {
        return ledger.plan();
    }

    PlanValue value() {
        return ledger.value();
    }

    /** The request keeps the pair that the plan gives it. */
    public Repair confirm(int request) {
        if (!ledger.isServed(request)) {
            throw new IllegalArgumentException("request %d has no pair to confirm".formatted(request));
        }
        ledger.decide(request, true);
        return new Repair(ledger.value(), ledger.value(), List.of());
    }

    /** The pair is no longer possible; whoever had it gets another where there is one. */
    public Repair decline(int request, int pair) {
        PlanValue before = ledger.value();
        declined(request, pair);
        return finish(before);
    }

    private void declined(int request, int pair) {
        ledger.bar(pair, true);
        if (ledger.pair(request) == pair) {
            ledger.decide(request, false);
            chains.release(request);
            chains.improve(request, TRIES, DEPTH);
            offer(problem.pairVolunteer()[pair]);
        }
    }

    /** The volunteer helps nobody from now on; those served find another where there is one. */
    public Repair leave(int volunteer) {
        PlanValue before = ledger.value();
        List<Integer> left = new ArrayList<>();
        for (int r = ledger.firstOf(volunteer); r >= 0; r = ledger.nextOf(r)) {
            left.add(r);
        }
        requestsOf(volunteer).forEach(r -> ledger.bar(pairWith(r, volunteer), true));
        for (int r : left) {
            ledger.decide(r, false);
            chains.release(r);
        }
        left.forEach(r -> chains.improve(r, TRIES, DEPTH));
        return finish(before);
    }

    /** A new volunteer, the last one from now on, helps where that makes the plan better; pairs are numbered anew. */
    public Repair arrive(Newcomer newcomer) {
        PlanValue before = ledger.value();
        Problem joined = newcomer.joining(problem);
        order = order.joinedBy(newcomer, joined);
        ledger = ledger.joinedBy(newcomer, joined);
        chains = chains.joinedBy(newcomer, ledger, order, seed);
        newcomers.add(newcomer);
        problem = joined;
        offer(problem.volunteers() - 1);
        return finish(before);
    }

    /**
     * The request gets this pair and keeps it, whoever has to make way.
     *
     * @return empty, with nothing changed, when no plan with what is decided can hold it
     */
    public Optional<Repair> force(int request, int pair) {
        PlanValue before = ledger.value();
        return forced(request, pair) ? Optional.of(finish(before)) : Optional.empty();
    }

    private boolean forced(int request, int pair) {
        if (problem.isFixed(request) && problem.fixedPair()[request] != pair) {
            return false;
        }
        int had = ledger.pair(request);
        if (had != pair && !chains.force(request, pair)) {
            return false;
        }
        ledger.decide(request, true);
        for (int r : changedRequests()) {
            chains.improve(r, TRIES, DEPTH);
        }
        if (had >= 0 && had != pair) {
            offer(problem.pairVolunteer()[had]);
        }
        return true;
    }

    /** Looks again at these requests, and at who could use what these volunteers have free. */
    public Repair mend(Collection<Integer> requests, Collection<Integer> volunteers) {
        PlanValue before = ledger.value();
        requests.forEach(request -> chains.improve(request, TRIES, DEPTH));
        volunteers.forEach(this::offer);
        return finish(before);
    }

    /** The plan that {@link #force} would lead to, the same each time; nothing changes. */
    public Optional<Plan> ifForced(int request, int pair) {
        chains.reseed(seed);
        boolean decided = ledger.isDecided(request);
        Optional<Plan> plan = forced(request, pair) ? Optional.of(ledger.plan()) : Optional.empty();
        chains.takeBack();
        ledger.decide(request, decided);
        return plan;
    }

    /** The plan that {@link #decline} would lead to, the same each time; nothing changes. */
    public Plan ifDeclined(int request, int pair) {
        chains.reseed(seed);
        boolean decided = ledger.isDecided(request);
        declined(request, pair);
        Plan plan = ledger.plan();
        chains.takeBack();
        ledger.bar(pair, false);
        ledger.decide(request, decided);
        return plan;
    }

    /** Tries those for whom the volunteer's free place may be better than what they have: the unserved before others. */
    private void offer(int volunteer) {
        requestsOf(volunteer)
                .filter(r -> !ledger.isDecided(r))
                .boxed()
                .sorted((a, b) -> {
                    int byServed = Boolean.compare(ledger.isServed(a), ledger.isServed(b));
                    int byWeight = Long.compare(problem.requestWeight()[b], problem.requestWeight()[a]);
                    return byServed != 0 ? byServed : byWeight;
                })
                .limit(MOST_WAITING)
                .forEach(r -> chains.improveBy(r, pairWith(r, volunteer), TRIES / 20, 2));
    }

    /** The requests that have a pair with the volunteer. */
    private IntStream requestsOf(int volunteer) {
        int newcomer = volunteer - problem.volunteers() + newcomers.size();
        return Arrays.stream(
                newcomer < 0 ? requests.of(volunteer) : newcomers.get(newcomer).request());
    }

    private Repair finish(PlanValue before) {
        List<Integer> changed = Arrays.stream(changedRequests()).boxed().toList();
        chains.keep();
        return new Repair(before, ledger.value(), changed);
    }

    private int[] changedRequests() {
        return IntStream.range(0, chains.changes())
                .map(chains::changed)
                .sorted()
                .distinct()
                .toArray();
    }

    private int pairWith(int request, int volunteer) {
        return Arrays.binarySearch(
                problem.pairVolunteer(), problem.pairsFrom(request), problem.pairsEnd(request), volunteer);
    }
}
