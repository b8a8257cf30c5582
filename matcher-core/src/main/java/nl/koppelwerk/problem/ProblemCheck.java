package nl.koppelwerk.problem;

import java.util.Arrays;

/** Finds the first place where a problem contradicts itself, so that bad input is refused and never half planned. */
final class ProblemCheck {

    private static final double LARGEST_OBJECTIVE = 1e16;

    private final Problem problem;

    ProblemCheck(Problem problem) {
        this.problem = problem;
    }

    void run() {
        checkLengths();
        checkRequests();
        checkGroups();
        checkVolunteers();
        checkPairs();
        checkInteractions();
        checkFixedPairs();
        checkFixedLoad();
        checkFixedDayParts();
        checkObjective();
    }

    private void checkLengths() {
        int requests = problem.requests();
        checkLength("requestSlots", problem.requestSlots().length, requests);
        checkLength("requestHeavy", problem.requestHeavy().length, requests);
        checkLength("requestGroup", problem.requestGroup().length, requests);
        checkLength("fixedPair", problem.fixedPair().length, requests);
        checkLength("fixedDayParts", problem.fixedDayParts().length, requests);
        checkLength("pairStart", problem.pairStart().length, requests + 1);
        checkLength("groupParent", problem.groupParent().length, problem.groups());
        checkLength("volunteerHeavyLimit", problem.volunteerHeavyLimit().length, problem.volunteers());
        checkLength("volunteerHoursLimit", problem.volunteerHoursLimit().length, problem.volunteers());
        checkLength("pairValue", problem.pairValue().length, problem.pairs());
        checkLength("pairHours", problem.pairHours().length, problem.pairs());
        checkLength("pairDayParts", problem.pairDayParts().length, problem.pairs());
        checkLength("pairTag", problem.pairTag().length, problem.pairs());
    }

    private void checkLength(String array, int length, int expected) {
        require(length == expected, "%s has %d entries, expected %d", array, length, expected);
    }

    private void checkRequests() {
        for (int r = 0; r < problem.requests(); r++) {
            long weight = problem.requestWeight()[r];
            int slots = problem.requestSlots()[r];
            int group = problem.requestGroup()[r];
            require(weight > 0, "request %d: weight %d is not positive", r, weight);
            require(slots >= 0 && slots <= Long.SIZE, "request %d: %d day-parts asked, possible are 0 to 64", r, slots);
            require(
                    group >= -1 && group < problem.groups(),
                    "request %d: group %d does not exist, there are %d",
                    r,
                    group,
                    problem.groups());
        }
    }

    private void checkGroups() {
        for (int g = 0; g < problem.groups(); g++) {
            int parent = problem.groupParent()[g];
            require(parent >= -1 && parent < g, "group %d: parent %d, expected -1 or a lower index", g, parent);
            notNegative("group", g, "limit", problem.groupLimit()[g]);
        }
    }

    private void checkVolunteers() {
        for (int v = 0; v < problem.volunteers(); v++) {
            notNegative("volunteer", v, "number limit", problem.volunteerNumberLimit()[v]);
            notNegative("volunteer", v, "limit of heavy requests", problem.volunteerHeavyLimit()[v]);
            notNegative("volunteer", v, "hours", problem.volunteerHoursLimit()[v]);
        }
    }

    private void checkPairs() {
        int[] start = problem.pairStart();
        require(start[0] == 0, "pairStart: request 0 starts at %d, expected 0", start[0]);
        for (int r = 0; r < problem.requests(); r++) {
            require(
                    start[r] <= start[r + 1] && start[r + 1] <= problem.pairs(),
                    "pairStart: request %d has pairs %d to %d, there are %d",
                    r,
                    start[r],
                    start[r + 1],
                    problem.pairs());
            for (int p = start[r]; p < start[r + 1]; p++) {
                checkPair(r, p);
            }
        }
        int end = start[problem.requests()];
        require(end == problem.pairs(), "pairStart ends at %d, expected the number of pairs, %d", end, problem.pairs());
    }

    private void checkPair(int r, int p) {
        int volunteer = problem.pairVolunteer()[p];
        require(
                volunteer >= 0 && volunteer < problem.volunteers(),
                "pair %d (request %d): volunteer %d does not exist, there are %d",
                p,
                r,
                volunteer,
                problem.volunteers());
        require(
                p == problem.pairStart()[r] || problem.pairVolunteer()[p - 1] < volunteer,
                "pair %d (request %d): volunteer %d does not follow volunteer %d in ascending order",
                p,
                r,
                volunteer,
                p == 0 ? -1 : problem.pairVolunteer()[p - 1]);
        int hours = problem.pairHours()[p];
        require(hours >= 0, "pair %d (request %d): hours %d are negative", p, r, hours);
    }

    private void checkInteractions() {
        for (int i = 0; i < problem.interactions().length; i++) {
            Problem.Interaction interaction = problem.interactions()[i];
            require(interaction != null, "interaction %d is missing", i);
            for (int r : new int[] {interaction.first(), interaction.second()}) {
                require(
                        r >= 0 && r < problem.requests(),
                        "interaction %d: request %d does not exist, there are %d",
                        i,
                        r,
                        problem.requests());
            }
            require(
                    interaction.first() != interaction.second(),
                    "interaction %d: request %d with itself",
                    i,
                    interaction.first());
            notNegative("interaction", i, "penalty", interaction.penalty());
        }
    }

    private void checkFixedPairs() {
        for (int r = 0; r < problem.requests(); r++) {
            int p = problem.fixedPair()[r];
            long dayParts = problem.fixedDayParts()[r];
            require(
                    p == -1 || p >= problem.pairStart()[r] && p < problem.pairStart()[r + 1],
                    "request %d: fixed pair %d is not one of its pairs, %d to %d",
                    r,
                    p,
                    problem.pairStart()[r],
                    problem.pairStart()[r + 1] - 1);
            if (p == -1) {
                require(dayParts == 0, "request %d: day-parts are fixed (%x) without a fixed pair", r, dayParts);
            } else {
                checkFixedDayParts(r, p, dayParts);
            }
        }
    }

    private void checkFixedDayParts(int r, int p, long dayParts) {
        long possible = problem.pairDayParts()[p];
        int slots = problem.requestSlots()[r];
        require(
                (dayParts & ~possible) == 0,
                "request %d: fixed day-parts %x are not among those of pair %d, %x",
                r,
                dayParts,
                p,
                possible);
        require(
                dayParts == 0 || Long.bitCount(dayParts) == slots,
                "request %d: %d day-parts are fixed, it asks for %d",
                r,
                Long.bitCount(dayParts),
                slots);
        require(
                Long.bitCount(possible) >= slots,
                "request %d: fixed pair %d has %d day-parts, the request asks for %d",
                r,
                p,
                Long.bitCount(possible),
                slots);
    }

    private void checkFixedLoad() {
        int[] number = new int[problem.volunteers()];
        int[] heavy = new int[problem.volunteers()];
        long[] hours = new long[problem.volunteers()];
        for (int r = 0; r < problem.requests(); r++) {
            if (problem.isFixed(r)) {
                int v = problem.pairVolunteer()[problem.fixedPair()[r]];
                number[v]++;
                heavy[v] += problem.requestHeavy()[r] ? 1 : 0;
                hours[v] += problem.pairHours()[problem.fixedPair()[r]];
            }
        }
        for (int v = 0; v < problem.volunteers(); v++) {
            fixedWithin(v, "requests", number[v], problem.volunteerNumberLimit()[v]);
            fixedWithin(v, "heavy requests", heavy[v], problem.volunteerHeavyLimit()[v]);
            fixedWithin(v, "hours", hours[v], problem.volunteerHoursLimit()[v]);
        }
    }

    private void fixedWithin(int volunteer, String what, long load, int limit) {
        require(load <= limit, "volunteer %d: fixed pairs take %d %s, the limit is %d", volunteer, load, what, limit);
    }

    private void checkFixedDayParts() {
        long[] promised = new long[problem.volunteers()];
        for (int r = 0; r < problem.requests(); r++) {
            if (problem.isFixed(r)) {
                int v = problem.pairVolunteer()[problem.fixedPair()[r]];
                long dayParts = problem.fixedDayParts()[r];
                require(
                        (promised[v] & dayParts) == 0,
                        "request %d: fixed day-parts %x are already promised by volunteer %d",
                        r,
                        promised[v] & dayParts,
                        v);
                promised[v] |= dayParts;
            }
        }
        for (Problem.Interaction i : problem.interactions()) {
            long both = problem.fixedDayParts()[i.first()] & problem.fixedDayParts()[i.second()];
            require(both == 0, "requests %d and %d: both have fixed day-parts %x", i.first(), i.second(), both);
        }
    }

    /** Both levels have to be weighed against each other within 64 bits, prices and bounds included. */
    private void checkObjective() {
        double weights = Arrays.stream(problem.requestWeight()).asDoubleStream().sum();
        double dearest = Math.max(
                Arrays.stream(problem.pairValue())
                        .mapToDouble(value -> Math.abs((double) value))
                        .max()
                        .orElse(0),
                Arrays.stream(problem.interactions())
                        .mapToDouble(Problem.Interaction::penalty)
                        .max()
                        .orElse(0));
        double together = (weights + problem.requests()) * (dearest + 1);
        require(
                together <= LARGEST_OBJECTIVE,
                "the objective overflows: all weights together, %.0f, times the largest value or penalty, %.0f, exceed %.0f",
                weights,
                dearest,
                LARGEST_OBJECTIVE);
    }

    private void notNegative(String kind, int index, String what, int value) {
        require(value >= 0, "%s %d: %s %d is negative", kind, index, what, value);
    }

    private static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new InvalidProblemException(message.formatted(values));
        }
    }
}
