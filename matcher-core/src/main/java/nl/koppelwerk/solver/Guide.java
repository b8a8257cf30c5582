package nl.koppelwerk.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.bound.BoundSearch;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.bound.PricedBound;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.bound.Prices.TagRow;
import nl.koppelwerk.exact.AssignmentPrices;
import nl.koppelwerk.exact.CoreProgram;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;
import nl.koppelwerk.problem.SubProblem;

/** The prices of a whole problem: they bound it, and tell each part which pairs are worth trying first. */
final class Guide {

    private static final int LEEWAY = 5_000;

    private final Problem problem;
    private final BoundSearch search;
    private final Prices first;
    private final Prices joint;
    private final long firstBound;
    private final Map<Interaction, List<TagRow>> rows = new HashMap<>();

    Guide(Problem problem, Settings settings, Stopwatch stopwatch) {
        this.problem = problem;
        this.search = new BoundSearch(
                problem, new BoundSearch.Effort(settings.priceSteps(), settings.threads(), stopwatch::isOver));
        this.first = search.firstLevel();
        this.firstBound = PricedBound.firstBound(problem, first);
        this.joint = linear(problem, stopwatch).orElseGet(() -> search.secondLevel(firstBound - firstBound / LEEWAY));
        for (TagRow row : joint.tagRows()) {
            rows.computeIfAbsent(problem.interactions()[row.interaction()], none -> new ArrayList<>())
                    .add(row);
        }
    }

    /** A generalised assignment has prices that are better, and found at once. */
    private static Optional<Prices> linear(Problem problem, Stopwatch stopwatch) {
        return Optional.of(problem)
                .filter(CoreProgram::fits)
                .flatMap(fitting -> AssignmentPrices.of(
                        fitting, Math.max(1, stopwatch.left().toMillis() / 4)))
                .map(AssignmentPrices::prices);
    }

    long firstBound() {
        return firstBound;
    }

    /** The proof of how much better than {@code held} on the first level, and on the second, a plan could be. */
    Certificate certificate(long held) {
        long fromJoint = PricedBound.secondBound(problem, joint, held);
        Prices second = search.secondLevel(held);
        long bound = PricedBound.secondBound(problem, second, held);
        return fromJoint < bound
                ? new Certificate(firstBound, first, held, fromJoint, joint)
                : new Certificate(firstBound, first, held, bound, second);
    }

    /** The most weight that a plan of the piece can serve. */
    long firstBound(SubProblem piece) {
        return PricedBound.firstBound(piece.problem(), inPiece(first, piece, new TagRow[0]));
    }

    /** The piece with all that planning it needs to know of the whole. */
    PieceTask.Part task(SubProblem piece) {
        return new PieceTask.Part(piece.problem(), firstBound(piece), inPiece(joint, piece, rowsOf(piece)));
    }

    /** Groups that cannot bind in the piece are not in it: what they cost is asked of their requests instead. */
    private Prices inPiece(Prices whole, SubProblem piece, TagRow[] tagRows) {
        BitSet kept = new BitSet();
        Arrays.stream(piece.group()).forEach(kept::set);
        long[] request = new long[piece.request().length];
        long[] group = new long[piece.group().length];
        for (int r = 0; r < request.length; r++) {
            int inWhole = piece.request()[r];
            request[r] = whole.request()[inWhole];
            for (int g = problem.requestGroup()[inWhole]; g >= 0; g = problem.groupParent()[g]) {
                request[r] += kept.get(g) || problem.isFixed(inWhole) ? 0 : whole.group()[g];
            }
        }
        Arrays.setAll(group, g -> whole.group()[piece.group()[g]]);
        return new Prices(whole.first(), whole.second(), request, group, tagRows, new Prices.ClashRow[0]);
    }

    private TagRow[] rowsOf(SubProblem piece) {
        List<TagRow> found = new ArrayList<>();
        Interaction[] inPiece = piece.problem().interactions();
        for (int i = 0; i < inPiece.length; i++) {
            Interaction one = inPiece[i];
            Interaction inWhole =
                    new Interaction(piece.request()[one.first()], piece.request()[one.second()], one.penalty());
            for (TagRow row : rows.getOrDefault(inWhole, List.of())) {
                found.add(new TagRow(i, row.tags(), row.price()));
            }
        }
        return found.toArray(TagRow[]::new);
    }
}
