package nl.koppelwerk.fit.limit;

import nl.koppelwerk.fit.rule.Asking;

/** Youngest and oldest child under 18, in years reached this year; both -1 when there is none. */
record Ages(int youngest, int oldest) {
    static Ages of(Asking asking) {
        int youngest = Integer.MAX_VALUE;
        int oldest = -1;
        for (int age : asking.ages()) {
            youngest = Math.min(youngest, age);
            oldest = Math.max(oldest, age);
        }
        return oldest < 0 ? new Ages(-1, -1) : new Ages(youngest, oldest);
    }

    boolean none() {
        return oldest < 0;
    }
}
