package nl.koppelwerk.data.sample;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.domain.programme.Need;

/**
 * Which family needs what: shares of families as counted in the Rotterdam monitor ({@code data/reference/needs.csv}), with
 * 1,010 needs for 213 families.
 */
final class NeedShares {
    /** In thousandths of the families. */
    static final Map<Need, Integer> SHARES = shares();

    private NeedShares() {}

    /** @param littleDutch families that find a talk in Dutch hard, who need the language more often */
    static List<Set<Need>> draw(int families, long seed, BitSet littleDutch) {
        List<Set<Need>> needs = new java.util.ArrayList<>();
        for (int i = 0; i < families; i++) {
            needs.add(EnumSet.noneOf(Need.class));
        }
        SHARES.forEach((need, share) -> {
            int times = need == Need.DUTCH_LANGUAGE ? 6 : 1;
            Quota.having(families, new Dice(seed, "need " + need), share, littleDutch, times).stream()
                    .forEach(family -> needs.get(family).add(need));
        });
        return withoutNone(needs);
    }

    /** Every family needs something: a family without needs takes one over from a family that has most. */
    private static List<Set<Need>> withoutNone(List<Set<Need>> needs) {
        for (Set<Need> none : needs) {
            if (none.isEmpty()) {
                Set<Need> most = needs.getFirst();
                for (Set<Need> each : needs) {
                    most = each.size() > most.size() ? each : most;
                }
                if (most.size() > 1) {
                    Need moved = most.iterator().next();
                    most.remove(moved);
                    none.add(moved);
                } else {
                    none.add(Need.FINANCE);
                }
            }
        }
        return needs;
    }

    private static Map<Need, Integer> shares() {
        Map<Need, Integer> shares = new EnumMap<>(Need.class);
        shares.put(Need.FINANCE, 790);
        shares.put(Need.HEALTH, 400);
        shares.put(Need.HOUSING, 350);
        shares.put(Need.DOMESTIC_RELATIONS, 310);
        shares.put(Need.PARENTING, 390);
        shares.put(Need.SOCIAL_NETWORK, 360);
        shares.put(Need.DAILY_LIVING, 290);
        shares.put(Need.DUTCH_LANGUAGE, 280);
        shares.put(Need.WORK, 330);
        shares.put(Need.EDUCATION, 170);
        shares.put(Need.DAYTIME_ACTIVITY_CHILD, 360);
        shares.put(Need.DAYTIME_ACTIVITY_PARENT, 430);
        shares.put(Need.OTHER_NEED, 270);
        return shares;
    }
}
