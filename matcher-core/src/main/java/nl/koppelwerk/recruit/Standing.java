package nl.koppelwerk.recruit;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.problem.Newcomer;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.Replanner;

/** A plan for a problem to which newcomers may come; requests keep their numbers. */
record Standing(Problem problem, Plan plan, long seed) {
    private static final int MOST_RIVALS = 40;

    /**
     * The plan once this volunteer is there; whoever gains by it may move. It has been checked rule by rule.
     *
     * @return empty when nothing is gained
     */
    Optional<Joined> joinedBy(Newcomer newcomer) {
        Replanner replanner = new Replanner(problem, plan, seed);
        replanner.arrive(newcomer);
        replanner.mend(rivals(newcomer), List.of());
        Standing after = new Standing(newcomer.joining(problem), replanner.plan(), seed);
        long weight = after.weight() - weight();
        if (weight <= 0) {
            return Optional.empty();
        }
        List<String> breaches = PlanChecker.breaches(after.problem(), after.plan());
        if (!breaches.isEmpty()) {
            throw new IllegalStateException("the plan with a newcomer breaks rules, the first: " + breaches.getFirst());
        }
        return Optional.of(new Joined(after, weight));
    }

    /**
     * The plan with the newcomer, the last volunteer of its problem.
     *
     * @param weight that more is served
     */
    record Joined(Standing after, long weight) {}

    /** Requests without anybody for whom there is room once the newcomer takes over a family of somebody else. */
    private List<Integer> rivals(Newcomer newcomer) {
        BitSet relieved = new BitSet(problem.volunteers());
        for (int r : newcomer.request()) {
            if (plan.pair()[r] >= 0) {
                relieved.set(problem.pairVolunteer()[plan.pair()[r]]);
            }
        }
        return IntStream.range(0, problem.requests())
                .filter(r -> plan.pair()[r] < 0
                        && IntStream.range(problem.pairsFrom(r), problem.pairsEnd(r))
                                .anyMatch(pair -> relieved.get(problem.pairVolunteer()[pair])))
                .boxed()
                .sorted(Comparator.comparingLong((Integer r) -> -problem.requestWeight()[r]))
                .limit(MOST_RIVALS)
                .toList();
    }

    private long weight() {
        return PlanChecker.value(problem, plan).servedWeight();
    }

    int served() {
        int served = 0;
        for (int pair : plan.pair()) {
            served += pair >= 0 ? 1 : 0;
        }
        return served;
    }

    /** How many more families have somebody for a request than in another plan of the same requests. */
    int familiesMore(Standing before, Candidates people) {
        Set<FamilyId> gaining = new HashSet<>();
        Set<FamilyId> losing = new HashSet<>();
        for (int r = 0; r < problem.requests(); r++) {
            boolean had = before.plan.pair()[r] >= 0;
            boolean has = plan.pair()[r] >= 0;
            if (had != has) {
                (has ? gaining : losing).add(people.asking(r).family().id());
            }
        }
        return gaining.size() - losing.size();
    }

    /** What is different from another plan of the same requests. */
    Wanted.Effect since(Standing before, Candidates people) {
        Set<SupportRequestId> gained = new HashSet<>();
        Set<SupportRequestId> lost = new HashSet<>();
        for (int r = 0; r < problem.requests(); r++) {
            boolean had = before.plan.pair()[r] >= 0;
            boolean has = plan.pair()[r] >= 0;
            if (had != has) {
                (has ? gained : lost).add(people.asking(r).request().id());
            }
        }
        return new Wanted.Effect(gained, lost);
    }
}
