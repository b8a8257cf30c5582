package nl.koppelwerk.avoidedcost.uncertainty;

import java.util.Arrays;
import nl.koppelwerk.avoidedcost.price.Money;

/** Present value of the benefits in many simulated worlds. */
public final class Spread {
    /** Cents. */
    private final long[] inWorld;

    private final long[] sorted;

    Spread(long[] inWorld) {
        this.inWorld = inWorld;
        this.sorted = inWorld.clone();
        Arrays.sort(sorted);
    }

    public Money p10() {
        return percentile(10);
    }

    public Money p50() {
        return percentile(50);
    }

    public Money p90() {
        return percentile(90);
    }

    /** Nearest rank. */
    public Money percentile(int percent) {
        int rank = Math.ceilDiv(percent * sorted.length, 100);
        return new Money(sorted[Math.max(0, rank - 1)]);
    }

    /** Spread of the difference in the same worlds: what common random numbers are for. */
    public Spread minus(Spread other) {
        long[] difference = inWorld.clone();
        for (int world = 0; world < difference.length; world++) {
            difference[world] -= other.inWorld[world];
        }
        return new Spread(difference);
    }

    public int worlds() {
        return inWorld.length;
    }
}
