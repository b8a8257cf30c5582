package nl.koppelwerk.trial;

import java.util.Arrays;
import java.util.function.IntPredicate;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;

/** Solves a tiny problem by trying every plan, so plainly that a reader can see that it is right. */
public final class BruteForce {

    private final Problem problem;
    private final int asked;
    private final IntPredicate choice;
    private final int[] taken;
    private final long[] chosen;
    private final int[] bestPairs;
    private final long[] bestDayParts;
    private long bestFirst = -1;
    private long bestSecond;

    private BruteForce(Problem problem, int asked, IntPredicate choice) {
        this.problem = problem;
        this.asked = asked;
        this.choice = choice;
        this.taken = new int[problem.requests()];
        this.chosen = new long[problem.requests()];
        this.bestPairs = new int[problem.requests()];
        this.bestDayParts = new long[problem.requests()];
    }

    /** The best plan there is, with its value on both levels. */
    public static Best best(Problem problem) {
        return best(problem, 0, pair -> true);
    }

    /** The best of the plans in which this request has such a pair, -1 for none. */
    public static Best best(Problem problem, int request, IntPredicate pair) {
        BruteForce search = new BruteForce(problem, request, pair);
        search.take(0);
        return new Best(new Plan(search.bestPairs, search.bestDayParts), search.bestFirst, search.bestSecond);
    }

    /** An optimal plan and its value on both levels; {@code first} is -1 when there is none. */
    public record Best(Plan plan, long first, long second) {}

    private void take(int request) {
        if (request == problem.requests()) {
            judge();
            return;
        }
        int from = problem.pairStart()[request];
        int end = problem.pairStart()[request + 1];
        if (problem.fixedPair()[request] >= 0) {
            from = problem.fixedPair()[request];
            end = from + 1;
        } else if (isWanted(request, -1)) {
            taken[request] = -1;
            take(request + 1);
        }
        for (int pair = from; pair < end; pair++) {
            taken[request] = pair;
            if (isWanted(request, pair) && fits(request)) {
                take(request + 1);
            }
        }
    }

    private boolean isWanted(int request, int pair) {
        return request != asked || choice.test(pair);
    }

    private boolean fits(int last) {
        int volunteer = problem.pairVolunteer()[taken[last]];
        int number = 0;
        int heavy = 0;
        long hours = 0;
        for (int request = 0; request <= last; request++) {
            if (taken[request] >= 0 && problem.pairVolunteer()[taken[request]] == volunteer) {
                number++;
                heavy += problem.requestHeavy()[request] ? 1 : 0;
                hours += problem.pairHours()[taken[request]];
            }
        }
        return number <= problem.volunteerNumberLimit()[volunteer]
                && heavy <= problem.volunteerHeavyLimit()[volunteer]
                && hours <= problem.volunteerHoursLimit()[volunteer]
                && (problem.fixedPair()[last] >= 0 || groupsHold(last));
    }

    private boolean groupsHold(int last) {
        int[] held = new int[problem.groups()];
        for (int request = 0; request <= last; request++) {
            if (taken[request] >= 0 && problem.fixedPair()[request] < 0) {
                for (int group = problem.requestGroup()[request]; group >= 0; group = problem.groupParent()[group]) {
                    if (++held[group] > problem.groupLimit()[group]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void judge() {
        long first = 0;
        long second = 0;
        for (int request = 0; request < problem.requests(); request++) {
            if (taken[request] >= 0) {
                first += problem.requestWeight()[request];
                second += problem.pairValue()[taken[request]];
            }
        }
        for (Interaction interaction : problem.interactions()) {
            int one = taken[interaction.first()];
            int other = taken[interaction.second()];
            if (one >= 0 && other >= 0 && problem.pairTag()[one] != problem.pairTag()[other]) {
                second -= interaction.penalty();
            }
        }
        boolean better = first > bestFirst || first == bestFirst && second > bestSecond;
        if (better && promise(0)) {
            bestFirst = first;
            bestSecond = second;
            System.arraycopy(taken, 0, bestPairs, 0, taken.length);
            System.arraycopy(chosen, 0, bestDayParts, 0, taken.length);
        }
    }

    /** Tries every choice of day-parts from this request on. */
    private boolean promise(int request) {
        if (request == 0) {
            Arrays.fill(chosen, 0);
        }
        if (request == problem.requests()) {
            return true;
        }
        int slots = problem.requestSlots()[request];
        if (taken[request] < 0 || slots == 0) {
            return promise(request + 1);
        }
        long allowed = problem.pairDayParts()[taken[request]];
        long fixed = problem.fixedDayParts()[request];
        for (long bits = allowed; bits != 0; bits = (bits - 1) & allowed) {
            if (Long.bitCount(bits) == slots && (fixed == 0 || fixed == bits)) {
                chosen[request] = bits;
                if (clashFree(request) && promise(request + 1)) {
                    return true;
                }
            }
        }
        chosen[request] = 0;
        return false;
    }

    private boolean clashFree(int last) {
        for (int request = 0; request < last; request++) {
            if ((chosen[request] & chosen[last]) != 0 && together(request, last)) {
                return false;
            }
        }
        return true;
    }

    private boolean together(int one, int other) {
        if (problem.pairVolunteer()[taken[one]] == problem.pairVolunteer()[taken[other]]) {
            return true;
        }
        for (Interaction interaction : problem.interactions()) {
            if (interaction.first() == one && interaction.second() == other
                    || interaction.first() == other && interaction.second() == one) {
                return true;
            }
        }
        return false;
    }
}
