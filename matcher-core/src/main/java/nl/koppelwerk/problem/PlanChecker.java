package nl.koppelwerk.problem;

import java.util.ArrayList;
import java.util.List;

/** Judges a plan by the problem's words alone, sharing nothing with the solver, so that its faults cannot hide here. */
public final class PlanChecker {

    private final Problem problem;
    private final Plan plan;
    private final List<String> breaches = new ArrayList<>();

    private PlanChecker(Problem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /** Every rule that the plan breaks, in words; empty when it breaks none. */
    public static List<String> breaches(Problem problem, Plan plan) {
        PlanChecker checker = new PlanChecker(problem, plan);
        if (checker.shapeIsRight()) {
            checker.checkDayParts();
            checker.checkVolunteers();
            checker.checkGroups();
            checker.checkInteractions();
            checker.checkFixed();
        }
        return List.copyOf(checker.breaches);
    }

    /** What the plan is worth, whether or not it keeps the rules. */
    public static PlanValue value(Problem problem, Plan plan) {
        long weight = 0;
        long fit = 0;
        for (int r = 0; r < problem.requests(); r++) {
            int p = plan.pair()[r];
            if (p >= 0) {
                weight = Math.addExact(weight, problem.requestWeight()[r]);
                fit = Math.addExact(fit, problem.pairValue()[p]);
            }
        }
        for (Problem.Interaction i : problem.interactions()) {
            int first = plan.pair()[i.first()];
            int second = plan.pair()[i.second()];
            if (first >= 0 && second >= 0 && problem.pairTag()[first] != problem.pairTag()[second]) {
                fit = Math.subtractExact(fit, i.penalty());
            }
        }
        return new PlanValue(weight, fit);
    }

    private boolean shapeIsRight() {
        if (plan.pair().length != problem.requests() || plan.dayParts().length != problem.requests()) {
            breaches.add("the plan is for %d requests, the problem has %d"
                    .formatted(plan.pair().length, problem.requests()));
            return false;
        }
        for (int r = 0; r < problem.requests(); r++) {
            int p = plan.pair()[r];
            if (p != -1 && (p < problem.pairStart()[r] || p >= problem.pairStart()[r + 1])) {
                breaches.add("request %d takes pair %d, which is not one of its own".formatted(r, p));
            }
        }
        return breaches.isEmpty();
    }

    private void checkDayParts() {
        for (int r = 0; r < problem.requests(); r++) {
            int p = plan.pair()[r];
            long chosen = plan.dayParts()[r];
            int asked = p < 0 ? 0 : problem.requestSlots()[r];
            if (Long.bitCount(chosen) != asked) {
                breaches.add(
                        "request %d is promised %d day-parts instead of %d".formatted(r, Long.bitCount(chosen), asked));
            }
            if (p >= 0 && (chosen & ~problem.pairDayParts()[p]) != 0) {
                breaches.add("request %d is promised day-parts %x that pair %d does not have"
                        .formatted(r, chosen & ~problem.pairDayParts()[p], p));
            }
        }
    }

    private void checkVolunteers() {
        long[] number = new long[problem.volunteers()];
        long[] heavy = new long[problem.volunteers()];
        long[] hours = new long[problem.volunteers()];
        long[] promised = new long[problem.volunteers()];
        for (int r = 0; r < problem.requests(); r++) {
            int p = plan.pair()[r];
            if (p < 0) {
                continue;
            }
            int v = problem.pairVolunteer()[p];
            number[v]++;
            heavy[v] += problem.requestHeavy()[r] ? 1 : 0;
            hours[v] += problem.pairHours()[p];
            if ((promised[v] & plan.dayParts()[r]) != 0) {
                breaches.add("volunteer %d promises day-parts %x twice, the second time to request %d"
                        .formatted(v, promised[v] & plan.dayParts()[r], r));
            }
            promised[v] |= plan.dayParts()[r];
        }
        for (int v = 0; v < problem.volunteers(); v++) {
            within("volunteer", v, "requests", number[v], problem.volunteerNumberLimit()[v]);
            within("volunteer", v, "heavy requests", heavy[v], problem.volunteerHeavyLimit()[v]);
            within("volunteer", v, "hours", hours[v], problem.volunteerHoursLimit()[v]);
        }
    }

    private void checkGroups() {
        long[] served = new long[problem.groups()];
        for (int r = 0; r < problem.requests(); r++) {
            if (plan.pair()[r] >= 0 && problem.fixedPair()[r] < 0) {
                for (int g = problem.requestGroup()[r]; g >= 0; g = problem.groupParent()[g]) {
                    served[g]++;
                }
            }
        }
        for (int g = 0; g < problem.groups(); g++) {
            within("group", g, "newly served requests", served[g], problem.groupLimit()[g]);
        }
    }

    private void checkInteractions() {
        for (Problem.Interaction i : problem.interactions()) {
            long both = plan.dayParts()[i.first()] & plan.dayParts()[i.second()];
            if (both != 0) {
                breaches.add("requests %d and %d belong together and are both promised day-parts %x"
                        .formatted(i.first(), i.second(), both));
            }
        }
    }

    private void checkFixed() {
        for (int r = 0; r < problem.requests(); r++) {
            int fixed = problem.fixedPair()[r];
            if (fixed >= 0 && plan.pair()[r] != fixed) {
                breaches.add("request %d must keep pair %d and takes %d".formatted(r, fixed, plan.pair()[r]));
            }
            long dayParts = problem.fixedDayParts()[r];
            if (dayParts != 0 && plan.dayParts()[r] != dayParts) {
                breaches.add("request %d must keep day-parts %x and is promised %x"
                        .formatted(r, dayParts, plan.dayParts()[r]));
            }
        }
    }

    private void within(String kind, int index, String what, long load, int limit) {
        if (load > limit) {
            breaches.add("%s %d has %d %s, the limit is %d".formatted(kind, index, load, what, limit));
        }
    }
}
