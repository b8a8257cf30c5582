package nl.koppelwerk.candidates;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.InCommon;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Rule;

/**
 * A rule on how much both sides have in common: for each request the rule judges once how it would be with nothing, one
 * thing, two things in common, and for each pair only bits are counted.
 */
final class CommonTable<A, O> extends PairTable<A, O> {
    private final InCommon<A, O> inCommon;
    private final List<A> asked;
    private final int[] askedBits;
    private final int[] offeredBits;

    /** To be filled by reading both sides. */
    CommonTable(Rule<A, O> rule, InCommon<A, O> inCommon, Reading<Asking> askings, Reading<Offering> offerings) {
        super(rule);
        this.inCommon = inCommon;
        this.asked = askings.values(rule::asked);
        this.askedBits = askings.ints(asking -> inCommon.askedBits(rule.asked(asking)));
        this.offeredBits = offerings.ints(offering -> inCommon.offeredBits(rule.offered(offering)));
    }

    @Override
    int judge(int request, int volunteer, int metres) {
        return inCommon.judgeCommon(asked.get(request), Integer.bitCount(askedBits[request] & offeredBits[volunteer]));
    }

    /** What the rule judges with so many things in common as the place says. */
    private int[] judged(int request) {
        int[] judged = new int[Integer.bitCount(askedBits[request]) + 1];
        for (int common = 0; common < judged.length; common++) {
            judged[common] = inCommon.judgeCommon(asked.get(request), common);
        }
        return judged;
    }

    @Override
    void keepAllowed(int request, Shortlist list) {
        int[] judged = judged(request);
        int bits = askedBits[request];
        int[] volunteers = list.volunteer;
        int[] values = list.value;
        int kept = 0;
        for (int i = 0; i < list.size; i++) {
            int volunteer = volunteers[i];
            volunteers[kept] = volunteer;
            values[kept] = values[i];
            kept += judged[Integer.bitCount(bits & offeredBits[volunteer])] == Rule.FORBIDDEN ? 0 : 1;
        }
        list.size = kept;
    }

    @Override
    void weigh(int request, int weight, Shortlist list) {
        int[] judged = judged(request);
        int bits = askedBits[request];
        int[] volunteers = list.volunteer;
        int[] values = list.value;
        for (int i = 0; i < list.size; i++) {
            values[i] += weight * judged[Integer.bitCount(bits & offeredBits[volunteers[i]])];
        }
    }
}
