package nl.koppelwerk.solver.timefold;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
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

    @Nullable
    Choice choice(int pair, long dayParts) {
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

    /**
     * What a request can take, made when asked for. Timefold's own moves pick from a few ways to place the day-parts of
     * each pair; every other way is in the set too.
     */
    private final class Choices extends AbstractSet<Choice> implements SortedSet<Choice> {

        private static final int WAYS = 8;

        private final int request;

        Choices(int request) {
            this.request = request;
        }

        @Override
        public boolean contains(@Nullable Object other) {
            return other instanceof Choice choice
                    && choice.pair() >= problem.pairsFrom(request)
                    && choice.pair() < problem.pairsEnd(request)
                    && (choice.dayParts() & ~problem.pairDayParts()[choice.pair()]) == 0
                    && Long.bitCount(choice.dayParts()) == problem.requestSlots()[request];
        }

        @Override
        public int size() {
            return (problem.pairsEnd(request) - problem.pairsFrom(request)) * ways();
        }

        @Override
        public Iterator<Choice> iterator() {
            return IntStream.range(0, size()).mapToObj(this::choiceAt).iterator();
        }

        @Override
        public Comparator<Choice> comparator() {
            return Comparator.comparingInt(Choice::pair);
        }

        @Override
        public Choice first() {
            return choiceAt(0);
        }

        @Override
        public Choice last() {
            return choiceAt(size() - 1);
        }

        @Override
        public SortedSet<Choice> subSet(Choice from, Choice to) {
            throw new UnsupportedOperationException("choices are only listed and looked up");
        }

        @Override
        public SortedSet<Choice> headSet(Choice to) {
            throw new UnsupportedOperationException("choices are only listed and looked up");
        }

        @Override
        public SortedSet<Choice> tailSet(Choice from) {
            throw new UnsupportedOperationException("choices are only listed and looked up");
        }

        private int ways() {
            return problem.requestSlots()[request] == 0 ? 1 : WAYS;
        }

        private Choice choiceAt(int index) {
            int pair = problem.pairsFrom(request) + index / ways();
            return chosen(pair, dayParts(problem.pairDayParts()[pair], index % ways()));
        }

        /** So many day-parts as the request asks, in a row of those possible, beginning at a different one each way. */
        private long dayParts(long possible, int way) {
            long[] bits = new long[Long.bitCount(possible)];
            for (long rest = possible; rest != 0; rest &= rest - 1) {
                bits[bits.length - Long.bitCount(rest)] = Long.lowestOneBit(rest);
            }
            long chosen = 0;
            for (int i = 0; i < problem.requestSlots()[request]; i++) {
                chosen |= bits[(way + i) % bits.length];
            }
            return chosen;
        }
    }
}
