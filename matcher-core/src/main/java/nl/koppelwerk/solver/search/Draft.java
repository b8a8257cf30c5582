package nl.koppelwerk.solver.search;

import java.util.Arrays;
import nl.koppelwerk.problem.Problem;

/** Changes to a ledger that keep every rule, one after the other, each of which can be taken back. */
final class Draft {

    private final Ledger ledger;
    private final Problem problem;
    private final DayPartPacking packing;
    private int[] request = new int[64];
    private int[] oldPair = new int[64];
    private long[] oldDayParts = new long[64];
    private int size;

    Draft(Ledger ledger) {
        this.ledger = ledger;
        this.problem = ledger.problem();
        this.packing = new DayPartPacking(ledger);
    }

    /** A place to come back to with {@link #backTo}. */
    int mark() {
        return size;
    }

    /** The request changed by the given change. */
    int request(int change) {
        return request[change];
    }

    void backTo(int mark) {
        while (size > mark) {
            size--;
            ledger.set(request[size], oldPair[size], oldDayParts[size]);
        }
    }

    /** Forgets how to go back: the changes stay. */
    void keep() {
        size = 0;
    }

    void release(int r) {
        set(r, -1, 0);
    }

    /** Takes the pair when every rule lets it, others of the volunteer changing day-parts where that helps. */
    boolean place(int r, int p) {
        if (!ledger.hasRoom(r, p) || !problem.isFixed(r) && ledger.fullGroup(r) >= 0) {
            return false;
        }
        int asked = problem.requestSlots()[r];
        if (asked == 0) {
            set(r, p, 0);
            return true;
        }
        int v = problem.pairVolunteer()[p];
        long possible = problem.pairDayParts()[p] & ~ledger.takenByPartners(r);
        long free = possible & ~ledger.promisedBy(v);
        if (Long.bitCount(free) >= asked) {
            set(r, p, lowest(free, asked));
            return true;
        }
        return Long.bitCount(possible) >= asked && repack(r, p, v, possible);
    }

    /** Takes the pair with exactly these day-parts; the caller knows that they are free. */
    void set(int r, int p, long mask) {
        if (size == request.length) {
            request = Arrays.copyOf(request, 2 * size);
            oldPair = Arrays.copyOf(oldPair, 2 * size);
            oldDayParts = Arrays.copyOf(oldDayParts, 2 * size);
        }
        request[size] = r;
        oldPair[size] = ledger.pair(r);
        oldDayParts[size++] = ledger.dayParts(r);
        ledger.set(r, p, mask);
    }

    private boolean repack(int r, int p, int v, long possible) {
        if (!packing.fits(v, possible, problem.requestSlots()[r])) {
            return false;
        }
        for (int i = 0; i < packing.members(); i++) {
            int member = packing.member(i);
            if (packing.dayParts(i) != ledger.dayParts(member)) {
                set(member, ledger.pair(member), packing.dayParts(i));
            }
        }
        set(r, p, packing.newcomersDayParts());
        return true;
    }

    private static long lowest(long free, int count) {
        long rest = free;
        for (int i = 0; i < count; i++) {
            rest &= rest - 1;
        }
        return free & ~rest;
    }
}
