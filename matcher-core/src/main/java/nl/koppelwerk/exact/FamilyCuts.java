package nl.koppelwerk.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * Rows of families: pairs of the one request that each go ill with each of some pairs of the other. Of all these at most
 * one is taken, or the penalty of different tags is paid.
 */
final class FamilyCuts {

    private static final double VIOLATION = 1e-4;
    private static final double SUPPORT = 1e-6;
    private static final int MOST_ENUMERATED = 10;
    private static final int[] NOBODY = {};

    private final Given given;
    private final Problem problem;
    private final Residual residual;
    private final boolean penaltiesCount;
    private final Set<Long> families;

    FamilyCuts(Given given, boolean penaltiesCount) {
        this.given = given;
        this.problem = given.problem();
        this.residual = given.residual();
        this.penaltiesCount = penaltiesCount;
        this.families = Arrays.stream(problem.interactions())
                .map(interaction -> key(interaction.first(), interaction.second()))
                .collect(Collectors.toSet());
    }

    /**
     * Pairs of a family of which at most one is taken, or the penalty of the interaction is paid.
     *
     * @param forgivenBy that interaction; none when nothing makes up for taking two
     */
    record Row(int[] first, int[] second, int[] forgivenBy) {

        int[] pairs() {
            return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
        }
    }

    private interface RowConsumer {
        void accept(Row row, double sum);
    }

    /** Adds the row of each family that the last solution breaks most; how many. */
    int add(Master master) {
        double[] both = both(master);
        int added = 0;
        for (int i = 0; i < problem.interactions().length; i++) {
            Interaction interaction = problem.interactions()[i];
            added += addWorst(master, interaction, rows(i, false, true), 1, both);
            if (isPenalised(i)) {
                added += addWorst(master, interaction, rows(i, true, true), 1 + master.penaltyPaid(i), both);
            }
        }
        return added;
    }

    /** Rows that the last solution just keeps without paying: what other rows add to them can be too much. */
    List<Row> tight(Master master) {
        List<Row> tight = new ArrayList<>();
        for (int i = 0; i < problem.interactions().length; i++) {
            Interaction interaction = problem.interactions()[i];
            boolean isFree = !residual.isFixed(interaction.first()) && !residual.isFixed(interaction.second());
            if (isFree && isInDoubt(master, interaction)) {
                addTight(master, interaction, rows(i, false, false), tight);
                if (isPenalised(i) && master.penaltyPaid(i) < SUPPORT) {
                    addTight(master, interaction, rows(i, true, false), tight);
                }
            }
        }
        return tight;
    }

    private void addTight(Master master, Interaction interaction, Search search, List<Row> tight) {
        forEach(master, interaction, search, null, (row, sum) -> {
            if (sum > 1 - VIOLATION && row.second().length > 0) {
                tight.add(widened(row, search.ill()));
            }
        });
    }

    private boolean isPenalised(int index) {
        return penaltiesCount && problem.interactions()[index].penalty() > 0;
    }

    private boolean isInDoubt(Master master, Interaction interaction) {
        return support(master, interaction.first()).length > 1 || support(master, interaction.second()).length > 1;
    }

    private record Search(IllPairs ill, int[] forgivenBy) {}

    private Search rows(int index, boolean forgiven, boolean ofSets) {
        IllPairs.Kind kind = forgiven ? IllPairs.Kind.CLASH_OR_TAGS : IllPairs.Kind.CLASH;
        return new Search(new IllPairs(given, index, kind, ofSets), forgiven ? new int[] {index} : NOBODY);
    }

    private int addWorst(Master master, Interaction interaction, Search search, double allowed, double[] both) {
        Row[] worst = new Row[1];
        double[] most = {allowed + VIOLATION};
        forEach(master, interaction, search, both, (row, sum) -> {
            if (sum > most[0]) {
                most[0] = sum;
                worst[0] = row;
            }
        });
        return worst[0] != null && master.addSetRow(oneOf(interaction, widened(worst[0], search.ill()))) ? 1 : 0;
    }

    private SetRow oneOf(Interaction interaction, Row row) {
        int already = 0;
        int[] first = row.first();
        int[] second = row.second();
        if (residual.isFixed(interaction.first())) {
            already += first.length;
            first = NOBODY;
        }
        if (residual.isFixed(interaction.second())) {
            already += second.length;
            second = NOBODY;
        }
        return SetRow.oneOf(new Row(first, second, NOBODY).pairs(), already, row.forgivenBy());
    }

    /** Tells of each choice of the first request's pairs in the solution, with all of the second's that go ill with them. */
    private void forEach(
            Master master, Interaction interaction, Search search, double @Nullable [] both, RowConsumer consumer) {
        int[] first = support(master, interaction.first());
        int[] second = support(master, interaction.second());
        for (int some = 1; first.length <= MOST_ENUMERATED && some < 1 << first.length; some++) {
            int[] chosen = chosen(first, some);
            int[] others = Arrays.stream(second)
                    .filter(other ->
                            Arrays.stream(chosen).allMatch(one -> search.ill().together(one, other)))
                    .toArray();
            double twice = both == null ? 0 : counted(chosen, others, both);
            double sum = sum(master, chosen) + sum(master, others) - twice;
            consumer.accept(new Row(chosen, others, search.forgivenBy()), sum);
        }
    }

    /** The row with all pairs that belong in it, also those not in the solution. */
    private static Row widened(Row row, IllPairs ill) {
        int[] first = ill.firstWith(row.second());
        return new Row(first, ill.secondWith(first), row.forgivenBy());
    }

    private static double sum(Master master, int[] pairs) {
        double sum = 0;
        for (int pair : pairs) {
            sum += master.taken(pair);
        }
        return sum;
    }

    /** What sets that hold both requests would count twice. */
    private double counted(int[] chosen, int[] others, double[] both) {
        double sum = 0;
        for (int one : chosen) {
            for (int other : others) {
                sum += problem.pairVolunteer()[one] == problem.pairVolunteer()[other] ? both[other] : 0;
            }
        }
        return sum;
    }

    /** For pairs of second requests what the sets add up to that hold the first request too. */
    private double[] both(Master master) {
        double[] both = new double[problem.pairs()];
        for (int i = 0; i < master.bundles().size(); i++) {
            int[] pairs = master.bundles().get(i).pairs();
            if (pairs.length > 1 && master.share(i) > SUPPORT) {
                for (int one : pairs) {
                    for (int other : pairs) {
                        boolean areFamily = families.contains(key(master.requestOf(one), master.requestOf(other)));
                        both[other] += areFamily ? master.share(i) : 0;
                    }
                }
            }
        }
        return both;
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }

    private static int[] chosen(int[] pairs, int some) {
        return IntStream.range(0, pairs.length)
                .filter(i -> (some >> i & 1) == 1)
                .map(i -> pairs[i])
                .toArray();
    }

    private int[] support(Master master, int request) {
        return IntStream.range(problem.pairsFrom(request), problem.pairsEnd(request))
                .filter(pair -> master.taken(pair) > SUPPORT)
                .toArray();
    }
}
