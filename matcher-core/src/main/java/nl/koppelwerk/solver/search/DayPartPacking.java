package nl.koppelwerk.solver.search;

import java.util.Arrays;
import nl.koppelwerk.problem.Problem;

/**
 * Makes room in one volunteer's week by giving the requests already there other day-parts that suit them as well.
 *
 * <p>Exact for the one volunteer (augmenting paths), with what partners of the requests have elsewhere held.
 */
final class DayPartPacking {

    private final Ledger ledger;
    private final Problem problem;
    private final int[] owner = new int[Long.SIZE];
    private int[] member = new int[8];
    private long[] possible = new long[9];
    private long[] packed = new long[9];
    private int members;
    private long visited;

    DayPartPacking(Ledger ledger) {
        this.ledger = ledger;
        this.problem = ledger.problem();
    }

    /** Whether a newcomer that asks so many of these day-parts can be fitted in at the volunteer. */
    boolean fits(int volunteer, long newcomersPossible, int asked) {
        read(volunteer);
        possible[members] = newcomersPossible;
        packed[members] = 0;
        for (int i = 0; i < asked; i++) {
            visited = 0;
            if (!findOne(members)) {
                return false;
            }
        }
        return true;
    }

    int members() {
        return members;
    }

    int member(int i) {
        return member[i];
    }

    long dayParts(int i) {
        return packed[i];
    }

    long newcomersDayParts() {
        return packed[members];
    }

    private void read(int volunteer) {
        members = 0;
        Arrays.fill(owner, -1);
        for (int r = ledger.firstOf(volunteer); r >= 0; r = ledger.nextOf(r)) {
            if (members == member.length) {
                member = Arrays.copyOf(member, 2 * members);
                possible = Arrays.copyOf(possible, 2 * members + 1);
                packed = Arrays.copyOf(packed, 2 * members + 1);
            }
            member[members] = r;
            packed[members] = ledger.dayParts(r);
            possible[members] = problem.fixedDayParts()[r] != 0 || !problem.isFixed(r) && ledger.isDecided(r)
                    ? ledger.dayParts(r)
                    : problem.pairDayParts()[ledger.pair(r)] & ~ledger.takenByPartners(r);
            for (long rest = packed[members]; rest != 0; rest &= rest - 1) {
                owner[Long.numberOfTrailingZeros(rest)] = members;
            }
            members++;
        }
    }

    private boolean findOne(int who) {
        for (long rest = possible[who] & ~packed[who] & ~visited; rest != 0; rest = rest & (rest - 1) & ~visited) {
            long bit = Long.lowestOneBit(rest);
            visited |= bit;
            int at = Long.numberOfTrailingZeros(bit);
            int had = owner[at];
            if (had < 0 || findOne(had)) {
                if (had >= 0) {
                    packed[had] &= ~bit;
                }
                packed[who] |= bit;
                owner[at] = who;
                return true;
            }
        }
        return false;
    }
}
