package nl.koppelwerk.explain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.explain.replan.Replanned;
import nl.koppelwerk.explain.replan.Replanning;
import nl.koppelwerk.fit.Fit;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.rule.Pair;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.Settings;

/**
 * Answers a coordinator's questions about one night's proposals. Costs are found by planning again with the other choice
 * forced.
 */
public final class Explanations {
    private final Candidates candidates;
    private final Problem problem;
    private final Plan plan;
    private final Replanning replanning;

    /** @param settings how hard to search for each answer */
    public Explanations(Matched matched, Clock clock, Settings settings) {
        this.candidates = matched.candidates();
        this.problem = candidates.problem();
        this.plan = matched.result().plan();
        this.replanning = new Replanning(problem, matched.result(), clock, settings);
    }

    /** What every rule finds of these two, whether or not they are proposed. */
    public Fit fit(SupportRequestId request, VolunteerId volunteer) {
        return Rules.judge(candidates.sides().getPair(request, volunteer));
    }

    public WhyNot whyNot(SupportRequestId requestId, VolunteerId volunteerId) {
        int request = candidates.getRequest(requestId);
        OptionalInt pair = candidates.findPair(request, candidates.getVolunteer(volunteerId));
        Fit fit = fit(requestId, volunteerId);
        if (pair.isPresent() && plan.pair()[request] == pair.getAsInt()) {
            return new WhyNot.Chosen(fit);
        }
        if (!fit.allowed()) {
            return new WhyNot.Forbidden(fit.obstacles());
        }
        if (pair.isEmpty()) {
            return new WhyNot.NoRoom();
        }
        return regret(request, pair.getAsInt())
                .<WhyNot>map(regret -> new WhyNot.Costs(fit, regret))
                .orElse(new WhyNot.NoRoom());
    }

    private Optional<Regret> regret(int request, int pair) {
        return replanning.forcing(request, pair).map(replanned -> Regret.of(candidates, plan, replanned));
    }

    /** The other volunteers who fit this request best, least regret first. */
    public List<Alternative> alternativesFor(SupportRequestId requestId, int most) {
        int request = candidates.getRequest(requestId);
        List<int[]> pairs = IntStream.range(problem.pairStart()[request], problem.pairStart()[request + 1])
                .mapToObj(pair -> new int[] {request, pair})
                .toList();
        return best(pairs, most);
    }

    /** The other requests that fit this volunteer best, least regret first. */
    public List<Alternative> alternativesOf(VolunteerId volunteerId, int most) {
        int volunteer = candidates.getVolunteer(volunteerId);
        List<int[]> pairs = new ArrayList<>();
        for (int request = 0; request < problem.requests(); request++) {
            int number = request;
            candidates.findPair(request, volunteer).ifPresent(pair -> pairs.add(new int[] {number, pair}));
        }
        return best(pairs, most);
    }

    private List<Alternative> best(List<int[]> pairs, int most) {
        return pairs.stream()
                .filter(one -> problem.fixedPair()[one[0]] < 0 && plan.pair()[one[0]] != one[1])
                .sorted(Comparator.comparingInt((int[] one) -> -problem.pairValue()[one[1]]))
                .limit(most)
                .flatMap(one -> alternative(one[0], one[1]).stream())
                .sorted(Comparator.comparingLong(
                                (Alternative one) -> one.regret().servedWeight())
                        .thenComparingLong(one -> one.regret().fit()))
                .toList();
    }

    private Optional<Alternative> alternative(int request, int number) {
        Pair pair = new Pair(candidates.asking(request), candidates.offering(problem.pairVolunteer()[number]));
        return regret(request, number)
                .map(regret -> new Alternative(
                        pair.asking().request(),
                        pair.offering().volunteer(),
                        pair.metres(),
                        Rules.judge(pair),
                        regret));
    }

    /** Whether the best plans agree on the proposal for this request; empty when it has none of its own. */
    public Optional<Certainty> certainty(SupportRequestId requestId) {
        int request = candidates.getRequest(requestId);
        int pair = plan.pair()[request];
        if (pair < 0 || problem.fixedPair()[request] >= 0) {
            return Optional.empty();
        }
        Replanned without = replanning.avoiding(request, pair);
        return Optional.of(new Certainty(kind(without), Change.between(candidates, plan, without.plan())));
    }

    private static Certainty.Kind kind(Replanned without) {
        if (without.isTie() || without.isBetter()) {
            return Certainty.Kind.TIE;
        }
        return without.exact() ? Certainty.Kind.IN_EVERY_BEST_PLAN : Certainty.Kind.NOTHING_AS_GOOD_FOUND;
    }
}
