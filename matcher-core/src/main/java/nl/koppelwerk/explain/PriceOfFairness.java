package nl.koppelwerk.explain;

import java.time.Clock;
import java.util.Arrays;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.solver.Optimiser;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Settings;

/**
 * What it costs to let urgent requests and long waiters go first, beside a plan in which every request counts the same.
 *
 * @param served requests served in the plan as it is, pairings under way included
 * @param servedWithout requests served when all count the same
 * @param fit sum of fit in the plan as it is
 * @param fitWithout sum of fit when all count the same
 * @param weightSaved weight of urgency and waiting that would go unserved
 */
public record PriceOfFairness(int served, int servedWithout, long fit, long fitWithout, long weightSaved) {
    private static final int POINT = 1000;

    /** Plans the night once more with equal weights. */
    public static PriceOfFairness of(Matched matched, Clock clock, Settings settings) {
        Candidates candidates = matched.candidates();
        Problem problem = candidates.problem();
        Plan without = new Optimiser(clock)
                .optimise(problem.withEqualWeights(), settings, Progress.NONE)
                .plan();
        Plan plan = matched.result().plan();
        return new PriceOfFairness(
                served(plan),
                served(without),
                PlanChecker.value(problem, plan).fit(),
                PlanChecker.value(problem, without).fit(),
                PlanChecker.value(problem, plan).servedWeight()
                        - PlanChecker.value(problem, without).servedWeight());
    }

    private static int served(Plan plan) {
        return (int) Arrays.stream(plan.pair()).filter(pair -> pair >= 0).count();
    }

    public Sentence sentence() {
        return Sentence.of(
                "explain.fairness",
                new Argument.Count(served),
                new Argument.Count(servedWithout),
                new Argument.Count(meanPoints(fit, served)),
                new Argument.Count(meanPoints(fitWithout, servedWithout)));
    }

    private static long meanPoints(long fit, int number) {
        return number == 0 ? 0 : Math.round((double) fit / number / POINT);
    }
}
