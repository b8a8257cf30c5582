package nl.koppelwerk.exact;

import java.util.Arrays;
import java.util.stream.IntStream;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;

/** Which pairs of the two requests of a family cannot both be taken, or not without paying the penalty. */
final class IllPairs {

    private final Problem problem;
    private final Residual residual;
    private final Interaction interaction;
    private final Kind kind;
    private final boolean ofSets;

    /** What makes two pairs go ill together. */
    enum Kind {
        /** Their day-parts clash. */
        CLASH,
        /** They clash or carry different tags. */
        CLASH_OR_TAGS
    }

    /** @param ofSets whether pairs of one volunteer go ill too: for rows in which that volunteer's one set counts once */
    IllPairs(Given given, int interaction, Kind kind, boolean ofSets) {
        this.problem = given.problem();
        this.residual = given.residual();
        this.interaction = problem.interactions()[interaction];
        this.kind = kind;
        this.ofSets = ofSets && !hasFixed();
    }

    /** Pairs of the first request that go ill with each of these. */
    int[] firstWith(int[] seconds) {
        return pairs(interaction.first())
                .filter(one -> Arrays.stream(seconds).allMatch(other -> together(one, other)))
                .toArray();
    }

    /** Pairs of the second request that go ill with each of these. */
    int[] secondWith(int[] firsts) {
        return pairs(interaction.second())
                .filter(other -> Arrays.stream(firsts).allMatch(one -> together(one, other)))
                .toArray();
    }

    boolean together(int one, int other) {
        return kind == Kind.CLASH_OR_TAGS && problem.pairTag()[one] != problem.pairTag()[other]
                || ofSets && problem.pairVolunteer()[one] == problem.pairVolunteer()[other]
                || clash(one, other);
    }

    private boolean hasFixed() {
        return residual.isFixed(interaction.first()) || residual.isFixed(interaction.second());
    }

    private boolean clash(int one, int other) {
        int slots = problem.requestSlots()[interaction.first()] + problem.requestSlots()[interaction.second()];
        return Long.bitCount(dayParts(interaction.first(), one) | dayParts(interaction.second(), other)) < slots;
    }

    private long dayParts(int request, int pair) {
        if (!residual.isFixed(request)) {
            return residual.dayParts(request, pair);
        }
        long promised = problem.fixedDayParts()[request];
        return promised == 0 ? problem.pairDayParts()[pair] : promised;
    }

    private IntStream pairs(int request) {
        return residual.isFixed(request)
                ? IntStream.of(problem.fixedPair()[request])
                : IntStream.range(problem.pairsFrom(request), problem.pairsEnd(request));
    }
}
