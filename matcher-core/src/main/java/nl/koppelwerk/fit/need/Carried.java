package nl.koppelwerk.fit.need;

import java.util.EnumSet;
import java.util.Set;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.fit.rule.Asking;

/**
 * The needs of a request that a volunteer is to work on: all but {@link Need#OTHER_NEED} (legal questions and more), which
 * go by warm referral. As bits, by the order of {@link Need}.
 */
record Carried(int bits) {
    static Carried by(Asking asking) {
        return new Carried(bits(asking.request().needs()) & ~bit(Need.OTHER_NEED));
    }

    static int bits(Set<Need> needs) {
        int bits = 0;
        for (Need need : needs) {
            bits |= bit(need);
        }
        return bits;
    }

    private static int bit(Need need) {
        return 1 << need.ordinal();
    }

    static Set<Need> needs(int bits) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (Need need : Need.values()) {
            if ((bits & bit(need)) != 0) {
                needs.add(need);
            }
        }
        return needs;
    }

    int size() {
        return Integer.bitCount(bits);
    }
}
