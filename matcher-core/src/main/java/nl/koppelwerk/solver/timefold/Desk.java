package nl.koppelwerk.solver.timefold;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Stream;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Proposals;
import org.jspecify.annotations.Nullable;

/** Translates between the problem's numbers and planning classes, and holds the ledger that score and moves share. */
final class Desk {

    private final Problem problem;
    private final Ledger ledger;
    private final List<VolunteerLimits> volunteers = new ArrayList<>();
    private final List<GroupLimit> groups = new ArrayList<>();
    private final List<BelongTogether> belongTogether;
    private final @Nullable ChainSearch search;

    /** @param proposals where moves come from, or null when Timefold's own are used */
    Desk(Problem problem, Ledger ledger, @Nullable Proposals proposals) {
        this.problem = problem;
        this.ledger = ledger;
        this.search = proposals == null ? null : new ChainSearch(this, proposals);
        for (int v = 0; v < problem.volunteers(); v++) {
            volunteers.add(new VolunteerLimits(
                    v,
                    problem.volunteerNumberLimit()[v],
                    problem.volunteerHeavyLimit()[v],
                    problem.volunteerHoursLimit()[v]));
        }
        for (int g = 0; g < problem.groups(); g++) {
            groups.add(new GroupLimit(g, problem.groupLimit()[g]));
        }
        this.belongTogether = Stream.of(problem.interactions())
                .map(i -> new BelongTogether(i.first(), i.second(), i.penalty()))
                .toList();
    }

    Ledger ledger() {
        return ledger;
    }

    List<BelongTogether> belongTogether() {
        return belongTogether;
    }

    /** The one search by chains, or none. */
    List<ChainSearch> searches() {
        return search == null ? List.of() : List.of(search);
    }

    PlacementPlan toPlacements(Plan plan) {
        List<Placement> placements = new ArrayList<>(problem.requests());
        for (int r = 0; r < problem.requests(); r++) {
            placements.add(new Placement(request(r), choice(plan.pair()[r], plan.dayParts()[r])));
        }
        return new PlacementPlan(this, placements, null);
    }

    Plan toPlan(PlacementPlan placements) {
        Plan plan = new Plan(new int[problem.requests()], new long[problem.requests()]);
        for (Placement placement : placements.getPlacements()) {
            Choice choice = placement.getChoice();
            plan.pair()[placement.getId()] = choice == null ? -1 : choice.pair();
            plan.dayParts()[placement.getId()] = choice == null ? 0 : choice.dayParts();
        }
        return plan;
    }

    @Nullable Choice choice(int pair, long dayParts) {
        return pair < 0 ? null : chosen(pair, dayParts);
    }

    private Choice chosen(int pair, long dayParts) {
        return new Choice(
                pair,
                volunteers.get(problem.pairVolunteer()[pair]),
                problem.pairValue()[pair],
                problem.pairHours()[pair],
                problem.pairTag()[pair],
                dayParts);
    }

    private Placement.Request request(int r) {
        List<GroupLimit> around = new ArrayList<>();
        for (int g = problem.requestGroup()[r]; g >= 0; g = problem.groupParent()[g]) {
            around.add(groups.get(g));
        }
        boolean decided = problem.isFixed(r) && (problem.fixedDayParts()[r] != 0 || problem.requestSlots()[r] == 0);
        return new Placement.Request(
                r,
                problem.requestWeight()[r],
                problem.requestHeavy()[r],
                problem.fixedPair()[r],
                decided,
                List.copyOf(around),
                new Choices(r));
    }

    /** The choices that Timefold's own moves pick from, made when asked for: each pair with its first day-parts. */
    private final class Choices extends AbstractList<Choice> implements RandomAccess {

        private final int request;

        Choices(int request) {
            this.request = request;
        }

        @Override
        public Choice get(int index) {
            int pair = problem.pairsFrom(request) + index;
            long free = problem.pairDayParts()[pair];
            long rest = free;
            for (int i = 0; i < problem.requestSlots()[request]; i++) {
                rest &= rest - 1;
            }
            return chosen(pair, free & ~rest);
        }

        @Override
        public int size() {
            return problem.pairsEnd(request) - problem.pairsFrom(request);
        }
    }
}
