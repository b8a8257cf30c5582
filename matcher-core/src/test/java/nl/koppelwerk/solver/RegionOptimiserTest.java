package nl.koppelwerk.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.problem.Parts;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

class RegionOptimiserTest {

    private final Problem whole = Towns.of(900, 8);
    private final Settings settings = new Settings(3, 1, 2, 60, 0, Duration.ofMinutes(5), 2);
    private final Stopwatch stopwatch = new Stopwatch(Clock.systemUTC(), Duration.ofMinutes(5));
    private final Guide guide = new Guide(whole, settings, stopwatch);
    private final SubProblem piece = Parts.of(whole).stream()
            .max((one, other) -> Integer.compare(one.request().length, other.request().length))
            .orElseThrow();
    private final Problem town = piece.problem();
    private final Advice advice = Advice.at(guide.task(piece).prices(), town);
    private final Plan start = begin();

    @Test
    void pricesGiveABetterBeginningThanGreed() {
        Ledger greedy = Opening.withFixedPairs(town).orElseThrow();
        Opening.fillGreedily(greedy, advice.order());

        assertThat(PlanChecker.breaches(town, start)).isEmpty();
        assertThat(PlanChecker.value(town, start).fit()).isGreaterThan(greedy.fit());
    }

    @Test
    void groupsThatCannotBindInAPieceDoNotRaiseItsBound() {
        assertThat(town.groups()).isLessThan(whole.groups());
        assertThat(guide.firstBound(piece)).isLessThanOrEqualTo(guide.firstBound());
    }

    @Test
    void saysHowFarItIsWhenARegionIsDone() {
        List<PlanValue> heard = new ArrayList<>();

        Plan plan = improve(2, heard);

        assertThat(PlanChecker.breaches(town, plan)).isEmpty();
        assertThat(heard).hasSizeGreaterThan(4).isSorted();
        assertThat(heard.getLast()).isEqualTo(PlanChecker.value(town, plan));
        assertThat(heard.getFirst()).isGreaterThan(PlanChecker.value(town, start));
    }

    @Test
    void plansTheSameWithOneThreadAndWithThree() {
        Plan one = improve(1, new ArrayList<>());
        Plan three = improve(3, new ArrayList<>());

        assertThat(three.pair()).isEqualTo(one.pair());
        assertThat(three.dayParts()).isEqualTo(one.dayParts());
    }

    private Plan improve(int threads, List<PlanValue> heard) {
        return new RegionOptimiser(new PieceOptimiser(1), settings.withThreads(threads), Hands.OWN)
                .improve(town, start, advice.order(), stopwatch, heard::add);
    }

    private Plan begin() {
        Ledger ledger = Opening.withFixedPairs(town).orElseThrow();
        advice.begin(ledger);
        return ledger.plan();
    }
}
