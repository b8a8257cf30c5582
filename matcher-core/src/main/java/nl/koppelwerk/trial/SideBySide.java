package nl.koppelwerk.trial;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;

/** Several towns that have nothing to do with each other, as one problem. */
public final class SideBySide {
    private final List<Problem> towns;

    private SideBySide(List<Problem> towns) {
        this.towns = towns;
    }

    public static Problem of(List<Problem> towns) {
        return new SideBySide(List.copyOf(towns)).joined();
    }

    private Problem joined() {
        return new Problem(
                longs(Problem::requestWeight),
                same(Problem::requestSlots),
                booleans(),
                shifted(Problem::requestGroup, Problem::groups),
                shifted(Problem::groupParent, Problem::groups),
                same(Problem::groupLimit),
                same(Problem::volunteerNumberLimit),
                same(Problem::volunteerHeavyLimit),
                same(Problem::volunteerHoursLimit),
                pairStart(),
                shifted(Problem::pairVolunteer, Problem::volunteers),
                same(Problem::pairValue),
                same(Problem::pairHours),
                longs(Problem::pairDayParts),
                tags(),
                interactions(),
                shifted(Problem::fixedPair, Problem::pairs),
                longs(Problem::fixedDayParts));
    }

    private long[] longs(Function<Problem, long[]> column) {
        return towns.stream().map(column).flatMapToLong(Arrays::stream).toArray();
    }

    private int[] same(Function<Problem, int[]> column) {
        return shifted(column, town -> 0);
    }

    /** Numbers of things, of which each town has so many; less than 0 is none. */
    private int[] shifted(Function<Problem, int[]> column, ToIntFunction<Problem> count) {
        int[] joined = new int
                [towns.stream().mapToInt(town -> column.apply(town).length).sum()];
        int next = 0;
        int before = 0;
        for (Problem town : towns) {
            for (int number : column.apply(town)) {
                joined[next++] = number < 0 ? number : number + before;
            }
            before += count.applyAsInt(town);
        }
        return joined;
    }

    private int[] pairStart() {
        int[] withoutEnds = shifted(town -> Arrays.copyOf(town.pairStart(), town.requests()), Problem::pairs);
        int[] joined = Arrays.copyOf(withoutEnds, withoutEnds.length + 1);
        joined[withoutEnds.length] = towns.stream().mapToInt(Problem::pairs).sum();
        return joined;
    }

    private boolean[] booleans() {
        int[] heavy = same(town -> {
            int[] ones = new int[town.requests()];
            Arrays.setAll(ones, r -> town.requestHeavy()[r] ? 1 : 0);
            return ones;
        });
        boolean[] joined = new boolean[heavy.length];
        for (int r = 0; r < joined.length; r++) {
            joined[r] = heavy[r] == 1;
        }
        return joined;
    }

    private short[] tags() {
        int[] wide = same(town -> {
            int[] tags = new int[town.pairs()];
            Arrays.setAll(tags, p -> town.pairTag()[p]);
            return tags;
        });
        short[] joined = new short[wide.length];
        for (int p = 0; p < joined.length; p++) {
            joined[p] = (short) wide[p];
        }
        return joined;
    }

    private Interaction[] interactions() {
        Interaction[] joined = new Interaction
                [towns.stream().mapToInt(town -> town.interactions().length).sum()];
        int next = 0;
        int before = 0;
        for (Problem town : towns) {
            for (Interaction one : town.interactions()) {
                joined[next++] = new Interaction(one.first() + before, one.second() + before, one.penalty());
            }
            before += town.requests();
        }
        return joined;
    }
}
