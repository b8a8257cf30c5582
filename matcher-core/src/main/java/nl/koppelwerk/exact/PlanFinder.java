package nl.koppelwerk.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblem;
import nl.koppelwerk.problem.SubProblems;

/** Makes plans out of solutions of the linear program. */
final class PlanFinder {

    private static final double FRACTION = 1e-5;
    private static final double NEARLY = 0.9;
    private static final int MOST_DIVES = 200;
    private static final int MOST_SOLVES_A_DIVE = 3;
    private static final int DIVED = 800;
    private static final int MOST_FREE = 1_000;
    private static final Limits PIECE = new Limits(60, Long.MAX_VALUE / 1_000_000);

    private final Given given;
    private final Problem problem;
    private final Master master;
    private final Cuts cuts;
    private final Rounding rounding;
    private Scored best;

    PlanFinder(Given given, Master master, Cuts cuts, Scored best) {
        this.given = given;
        this.problem = given.problem();
        this.master = master;
        this.cuts = cuts;
        this.rounding = new Rounding(problem, given.residual());
        this.best = best;
    }

    /** The best plan so far. */
    Scored best() {
        return best;
    }

    void propose(Plan plan) {
        Scored scored = Scored.of(problem, plan);
        best = scored.isBetterThan(best) ? scored : best;
    }

    /** Takes the pairs of the solution as far as they fit, those taken most first. */
    void round() {
        rounding.plan(preferred()).ifPresent(this::propose);
    }

    /** Searches harder, from the solution for the part of the plans that the program is restricted to. */
    void search(BitSet excluded, BitSet served) {
        if (problem.requests() <= DIVED) {
            dive(excluded, served);
        } else {
            rounding.plan(preferred()).ifPresent(this::complete);
        }
    }

    /** Takes what the solution is sure of for granted, solves again, and so on: ends in a plan. */
    private void dive(BitSet excluded, BitSet served) {
        BitSet out = (BitSet) excluded.clone();
        for (int step = 0; step < MOST_DIVES && takeForGranted(out); step++) {
            master.restrict(out, served);
            for (int solve = 0; solve < MOST_SOLVES_A_DIVE && master.solve(); solve++) {
                round();
                if (!Pricing.of(given, master, out).addBetterSets(master) && cuts.add() == 0) {
                    break;
                }
            }
        }
        master.restrict(excluded, served);
    }

    /** Excludes the rivals of pairs that are nearly taken, or else of some that are taken most; false when nothing is in doubt. */
    private boolean takeForGranted(BitSet out) {
        List<Integer> doubtful = Arrays.stream(preferred())
                .filter(pair -> hasRivals(master.requestOf(pair), pair, out))
                .boxed()
                .toList();
        long sure =
                doubtful.stream().filter(pair -> master.taken(pair) > NEARLY).count();
        doubtful.stream()
                .limit(sure > 0 ? sure : (doubtful.size() + 9) / 10)
                .filter(pair -> !out.get(pair))
                .forEach(pair -> excludeRivals(master.requestOf(pair), pair, out));
        return !doubtful.isEmpty();
    }

    private boolean hasRivals(int request, int pair, BitSet out) {
        int first = out.nextClearBit(problem.pairsFrom(request));
        return first != pair || out.nextClearBit(pair + 1) < problem.pairsEnd(request);
    }

    private void excludeRivals(int request, int pair, BitSet out) {
        out.set(problem.pairsFrom(request), pair);
        out.set(pair + 1, problem.pairsEnd(request));
    }

    /** Holds what the solution is sure of and plans the requests in doubt exactly, by themselves. */
    private void complete(Plan held) {
        int[] free = IntStream.range(0, problem.requests())
                .filter(request -> !given.residual().isFixed(request) && isInDoubt(request, held.pair()[request]))
                .toArray();
        if (free.length > MOST_FREE) {
            propose(held);
            return;
        }
        SubProblem piece = new SubProblems(problem, held).of(free);
        ExactResult result = new ExactSolver(() -> 0).improve(piece.problem(), piece.cutFrom(held), PIECE);
        Plan plan = new Plan(held.pair().clone(), held.dayParts().clone());
        piece.copyInto(plan, result.plan());
        propose(plan);
    }

    private boolean isInDoubt(int request, int pair) {
        double sum = IntStream.range(problem.pairsFrom(request), problem.pairsEnd(request))
                .mapToDouble(master::taken)
                .sum();
        return pair >= 0 ? master.taken(pair) < 1 - FRACTION : sum > FRACTION;
    }

    private int[] preferred() {
        return Arrays.stream(given.offers().pair)
                .filter(pair -> master.taken(pair) > FRACTION)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer pair) -> -master.taken(pair))
                        .thenComparingInt(pair -> pair))
                .mapToInt(pair -> pair)
                .toArray();
    }
}
