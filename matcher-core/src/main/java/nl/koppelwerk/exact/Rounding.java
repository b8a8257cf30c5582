package nl.koppelwerk.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.DayPartChoice;
import nl.koppelwerk.problem.DayPartChoice.Choice;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;

/** Makes a plan from an order of preference over pairs: each is taken when everything still fits. */
final class Rounding {

    private static final int MOST_REPAIRS = 50;

    private final Problem problem;
    private final Residual residual;
    private final int[] requestOf;
    private final List<List<Integer>> families;

    Rounding(Problem problem, Residual residual) {
        this.problem = problem;
        this.residual = residual;
        this.requestOf = new int[problem.pairs()];
        this.families = new ArrayList<>();
        for (int request = 0; request < problem.requests(); request++) {
            Arrays.fill(requestOf, problem.pairStart()[request], problem.pairStart()[request + 1], request);
            families.add(List.of());
        }
        for (Interaction interaction : problem.interactions()) {
            relate(interaction.first(), interaction.second());
            relate(interaction.second(), interaction.first());
        }
    }

    private void relate(int request, int other) {
        List<Integer> related = new ArrayList<>(families.get(request));
        related.add(other);
        families.set(request, related);
    }

    /** A plan that takes the pairs in this order as far as they fit; empty when day-parts could not be arranged. */
    Optional<Plan> plan(int[] preferred) {
        int[] taken = problem.fixedPair().clone();
        List<List<Integer>> held = new ArrayList<>();
        for (int volunteer = 0; volunteer < problem.volunteers(); volunteer++) {
            held.add(new ArrayList<>(3));
        }
        int[] groupLeft = problem.groupLimit().clone();
        for (int pair : preferred) {
            int request = requestOf[pair];
            if (taken[request] < 0 && residual.usable(request, pair) && fits(pair, taken, held, groupLeft)) {
                taken[request] = pair;
                held.get(problem.pairVolunteer()[pair]).add(pair);
                for (int group = problem.requestGroup()[request]; group >= 0; group = problem.groupParent()[group]) {
                    groupLeft[group]--;
                }
            }
        }
        return withDayParts(taken);
    }

    /** The same plan with its day-parts chosen anew, giving up requests when they cannot all have theirs. */
    private Optional<Plan> withDayParts(int[] taken) {
        for (int repair = 0; repair < MOST_REPAIRS; repair++) {
            switch (DayPartChoice.choose(problem, taken)) {
                case Choice.Found(long[] dayParts) -> {
                    return Optional.of(new Plan(taken, dayParts));
                }
                case Choice.Impossible(int[] requests, boolean _) -> {
                    Optional<Integer> least = Arrays.stream(requests)
                            .boxed()
                            .filter(request -> !residual.isFixed(request))
                            .min((one, other) ->
                                    Long.compare(problem.requestWeight()[one], problem.requestWeight()[other]));
                    if (least.isEmpty()) {
                        return Optional.empty();
                    }
                    taken[least.get()] = -1;
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(int pair, int[] taken, List<List<Integer>> held, int[] groupLeft) {
        int request = requestOf[pair];
        for (int group = problem.requestGroup()[request]; group >= 0; group = problem.groupParent()[group]) {
            if (groupLeft[group] <= 0) {
                return false;
            }
        }
        int volunteer = problem.pairVolunteer()[pair];
        List<Integer> others = held.get(volunteer);
        int heavy = problem.requestHeavy()[request] ? 1 : 0;
        long hours = problem.pairHours()[pair];
        for (int other : others) {
            heavy += problem.requestHeavy()[requestOf[other]] ? 1 : 0;
            hours += problem.pairHours()[other];
        }
        return others.size() < residual.numberLeft(volunteer)
                && heavy <= residual.heavyLeft(volunteer)
                && hours <= residual.hoursLeft(volunteer)
                && dayPartsFit(pair, others)
                && families.get(request).stream().allMatch(other -> taken[other] < 0 || beside(pair, taken[other]));
    }

    private boolean dayPartsFit(int pair, List<Integer> others) {
        if (others.size() > 4) {
            return others.stream().allMatch(other -> beside(pair, other));
        }
        for (int some = 0; some < 1 << others.size(); some++) {
            long offered = dayParts(pair);
            int asked = problem.requestSlots()[requestOf[pair]];
            for (int i = 0; i < others.size(); i++) {
                if ((some >> i & 1) == 1) {
                    offered |= dayParts(others.get(i));
                    asked += problem.requestSlots()[requestOf[others.get(i)]];
                }
            }
            if (Long.bitCount(offered) < asked) {
                return false;
            }
        }
        return true;
    }

    private boolean beside(int pair, int other) {
        int asked = problem.requestSlots()[requestOf[pair]] + problem.requestSlots()[requestOf[other]];
        return Long.bitCount(dayParts(pair) | dayParts(other)) >= asked;
    }

    private long dayParts(int pair) {
        return residual.dayParts(requestOf[pair], pair);
    }

    int requestOf(int pair) {
        return requestOf[pair];
    }
}
