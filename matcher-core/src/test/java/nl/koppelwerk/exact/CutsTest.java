package nl.koppelwerk.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;
import nl.koppelwerk.trial.RandomProblems;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

/** A row that some plan breaks would make proofs false, so plans at random are held against all rows of many problems. */
class CutsTest {

    private static final int PLANS = 60;
    private static final int MOST_SOLVES = 60;

    private final SplittableRandom random = new SplittableRandom(8);

    @Test
    void noPlanOfASmallProblemBreaksARow() {
        RandomProblems problems = new RandomProblems(12);

        List<SetRow> rows = IntStream.range(0, 600)
                .mapToObj(i -> problems.next(22, 10))
                .flatMap(problem -> keptByEveryPlan(problem).stream())
                .toList();

        assertThat(number(rows, row -> row.again() && row.limit() > 1)).isGreaterThan(20);
        assertThat(number(rows, row -> row.again() && row.forgivenBy().length > 0))
                .isGreaterThan(20);
        assertThat(number(rows, row -> !row.again() && row.forgivenBy().length > 0))
                .isGreaterThan(100);
    }

    @Test
    void noPlanOfATownBreaksARow() {
        List<SetRow> rows = new ArrayList<>();
        for (int seed = 1; seed <= 4; seed++) {
            rows.addAll(keptByEveryPlan(Towns.of(250, seed)));
        }

        assertThat(number(rows, row -> row.again() && row.limit() > 1)).isGreaterThan(5);
        assertThat(number(rows, row -> row.forgivenBy().length > 0)).isGreaterThan(30);
    }

    private static long number(List<SetRow> rows, Predicate<SetRow> ofKind) {
        return rows.stream().filter(ofKind).count();
    }

    private List<SetRow> keptByEveryPlan(Problem problem) {
        Given given = Given.of(problem);
        List<SetRow> rows = new ArrayList<>();
        for (Level level : List.of(Level.first(problem), Level.second(problem, 0))) {
            rows.addAll(rows(given, level));
        }
        Rounding rounding = new Rounding(problem, given.residual());
        for (int i = 0; i < PLANS; i++) {
            rounding.plan(inAnyOrder(given))
                    .ifPresent(plan -> assertThat(rows)
                            .allSatisfy(row -> assertThat(counted(given, row, plan))
                                    .isLessThanOrEqualTo(row.limit() + paid(problem, row, plan))));
        }
        return rows;
    }

    /** All rows that solving the linear program over and over brings up. */
    private static List<SetRow> rows(Given given, Level level) {
        try (Master master = new Master(given.problem(), given.residual(), level)) {
            Cuts cuts = new Cuts(given, level, master);
            for (int solve = 0; solve < MOST_SOLVES && master.solve(); solve++) {
                if (!Pricing.of(given, master, new BitSet()).addBetterSets(master) && cuts.add() == 0) {
                    break;
                }
            }
            return master.rows();
        }
    }

    private int[] inAnyOrder(Given given) {
        int[] pairs = given.offers().pair.clone();
        for (int i = pairs.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int pair = pairs[i];
            pairs[i] = pairs[other];
            pairs[other] = pair;
        }
        return pairs;
    }

    private static int counted(Given given, SetRow row, Plan plan) {
        Map<Integer, List<Integer>> sets = new TreeMap<>();
        for (int request = 0; request < plan.pair().length; request++) {
            if (plan.pair()[request] >= 0 && !given.residual().isFixed(request)) {
                int volunteer = given.problem().pairVolunteer()[plan.pair()[request]];
                sets.computeIfAbsent(volunteer, none -> new ArrayList<>()).add(plan.pair()[request]);
            }
        }
        return sets.values().stream()
                .mapToInt(set -> row.counts(set.stream().mapToInt(pair -> pair).toArray()))
                .sum();
    }

    private static int paid(Problem problem, SetRow row, Plan plan) {
        int paid = 0;
        for (int index : row.forgivenBy()) {
            Interaction interaction = problem.interactions()[index];
            int one = plan.pair()[interaction.first()];
            int other = plan.pair()[interaction.second()];
            paid += one >= 0 && other >= 0 && problem.pairTag()[one] != problem.pairTag()[other] ? 1 : 0;
        }
        return paid;
    }
}
