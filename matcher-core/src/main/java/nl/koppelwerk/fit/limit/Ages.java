package nl.koppelwerk.fit.limit;

import nl.koppelwerk.fit.rule.Asking;

/** Youngest and oldest child under 18, in years reached this year; both -1 when there is none. */
record Ages(int youngest, int oldest) {
    static Ages of(Asking asking) {
        int[] ages = asking.ages();
        return ages.length == 0 ? new Ages(-1, -1) : new Ages(ages[0], ages[ages.length - 1]);
    }

    boolean none() {
        return oldest < 0;
    }
}
