package nl.koppelwerk.solver.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Problem;

/** The first plan: what is fixed, and then the weightiest requests first, each with the best volunteer still free. */
public final class Opening {

    private static final int MOST_TRIES = 2_000_000;

    private final Problem problem;
    private final Ledger ledger;
    private int tries;

    private Opening(Problem problem) {
        this.problem = problem;
        this.ledger = new Ledger(problem);
    }

    /**
     * A ledger with the fixed pairs alone.
     *
     * @return empty when the day-parts of the fixed pairs exclude each other, so that no plan exists
     * @throws IllegalStateException when {@value #MOST_TRIES} tries do not decide whether they do
     */
    public static Optional<Ledger> withFixedPairs(Problem problem) {
        Opening opening = new Opening(problem);
        return opening.enterFixed() ? Optional.of(opening.ledger) : Optional.empty();
    }

    /** Serves what can be served beside what is in the ledger, without moving anything. */
    public static void fillGreedily(Ledger ledger, PairOrder pairs) {
        Problem problem = ledger.problem();
        Draft draft = new Draft(ledger);
        for (int r : byWeight(ledger)) {
            for (int i = problem.pairsFrom(r); i < problem.pairsEnd(r) && !ledger.isServed(r); i++) {
                draft.place(r, pairs.at(i));
            }
            draft.keep();
        }
    }

    /** Takes the wanted pair of each request, -1 for none, where it can be had beside what is in the ledger. */
    public static void fillWith(Ledger ledger, int[] wanted) {
        Draft draft = new Draft(ledger);
        for (int r : byWeight(ledger)) {
            if (wanted[r] >= 0) {
                draft.place(r, wanted[r]);
                draft.keep();
            }
        }
    }

    private static int[] byWeight(Ledger ledger) {
        Problem problem = ledger.problem();
        return IntStream.range(0, problem.requests())
                .filter(r -> !ledger.isServed(r))
                .boxed()
                .sorted((a, b) -> {
                    int byWeight = Long.compare(problem.requestWeight()[b], problem.requestWeight()[a]);
                    int choiceA = problem.pairsEnd(a) - problem.pairsFrom(a);
                    int choiceB = problem.pairsEnd(b) - problem.pairsFrom(b);
                    return byWeight != 0 ? byWeight : Integer.compare(choiceA, choiceB);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean enterFixed() {
        List<Integer> open = new ArrayList<>();
        for (int r = 0; r < problem.requests(); r++) {
            if (problem.isFixed(r)) {
                long dayParts = problem.fixedDayParts()[r];
                if (dayParts != 0 || problem.requestSlots()[r] == 0) {
                    ledger.set(r, problem.fixedPair()[r], dayParts);
                } else {
                    open.add(r);
                }
            }
        }
        return ledger.breaches() == open.size() && (enterOneByOne(open) || enterInAnyWay(open, 0));
    }

    private boolean enterOneByOne(List<Integer> open) {
        Draft draft = new Draft(ledger);
        for (int r : open) {
            if (!draft.place(r, problem.fixedPair()[r])) {
                draft.backTo(0);
                return false;
            }
        }
        return true;
    }

    /** Every choice of day-parts in turn, for the rare case that taking them one by one runs into a wall. */
    private boolean enterInAnyWay(List<Integer> open, int index) {
        if (index == open.size()) {
            return true;
        }
        int r = open.get(index);
        int p = problem.fixedPair()[r];
        long free =
                problem.pairDayParts()[p] & ~ledger.takenByPartners(r) & ~ledger.promisedBy(problem.pairVolunteer()[p]);
        return choose(open, index, free, 0, problem.requestSlots()[r]);
    }

    private boolean choose(List<Integer> open, int index, long free, long chosen, int missing) {
        if (++tries > MOST_TRIES) {
            throw new IllegalStateException(
                    "the day-parts of %d fixed pairs: %d tries did not decide".formatted(open.size(), MOST_TRIES));
        }
        int r = open.get(index);
        if (missing == 0) {
            ledger.set(r, problem.fixedPair()[r], chosen);
            if (enterInAnyWay(open, index + 1)) {
                return true;
            }
            ledger.set(r, -1, 0);
            return false;
        }
        long bit = Long.lowestOneBit(free);
        return Long.bitCount(free) >= missing
                && (choose(open, index, free & ~bit, chosen | bit, missing - 1)
                        || choose(open, index, free & ~bit, chosen, missing));
    }
}
