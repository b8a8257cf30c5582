package nl.koppelwerk.candidates;

import java.util.Arrays;
import java.util.Optional;
import nl.koppelwerk.fit.rule.Rule;

/**
 * What each side asks and offers, numbered, and what the rule judges of two such numbers, remembered where there are few
 * enough of them.
 *
 * <p>Safe to share between threads: what is remembered is written again with the same value at worst.
 */
final class NumberedTable<A, O> extends PairTable<A, O> {
    /** More different judgements than this are not remembered, but made again. */
    private static final long MOST_REMEMBERED = 1 << 20;

    /** Up to this many different things asked, or one for so many requests, a rule keeps one bit set for each. */
    private static final int FEW = 64;

    private static final int ONE_FOR_REQUESTS = 50;

    private static final short NOT_YET = Short.MIN_VALUE;

    final Numbers<A> asked;
    final Numbers<O> offered;
    private final short[] remembered;

    /** By what is asked; empty where that would be too many sets. */
    final Optional<AllowedSets> allowed;

    NumberedTable(Rule<A, O> rule, Numbers<A> asked, Numbers<O> offered) {
        super(rule);
        this.asked = asked;
        this.offered = offered;
        long different = (long) asked.different() * offered.different();
        this.remembered = new short[different > MOST_REMEMBERED ? 0 : (int) different];
        Arrays.fill(remembered, NOT_YET);
        boolean few = asked.different() <= Math.max(FEW, asked.of.length / ONE_FOR_REQUESTS);
        this.allowed = rule.forbids() && few ? Optional.of(allowed()) : Optional.empty();
    }

    @Override
    int judge(int request, int volunteer, int metres) {
        return judgeNumbers(asked.of[request], offered.of[volunteer]);
    }

    @Override
    void keepAllowed(int request, Shortlist list) {
        Optional<int[]> few = looksFor(request);
        if (few.isPresent() && few.get().length == 0) {
            return;
        }
        int askedNumber = asked.of[request];
        int kept = 0;
        for (int i = 0; i < list.size; i++) {
            int volunteer = list.volunteer[i];
            int offeredNumber = offered.of[volunteer];
            if (few.isPresent() && !contains(few.get(), offeredNumber)
                    || judgeNumbers(askedNumber, offeredNumber) != Rule.FORBIDDEN) {
                list.volunteer[kept] = volunteer;
                list.value[kept++] = list.value[i];
            }
        }
        list.size = kept;
    }

    @Override
    void weigh(int request, int weight, Shortlist list) {
        Optional<int[]> few = looksFor(request);
        if (weight == 0 || few.isPresent() && few.get().length == 0) {
            return;
        }
        int askedNumber = asked.of[request];
        int[] offeredBy = offered.of;
        int[] volunteers = list.volunteer;
        int[] values = list.value;
        for (int i = 0; i < list.size; i++) {
            int offeredNumber = offeredBy[volunteers[i]];
            if (few.isEmpty() || contains(few.get(), offeredNumber)) {
                values[i] += weight * judgeNumbers(askedNumber, offeredNumber);
            }
        }
    }

    /** The numbers of what the rule looks for, when that is little. */
    private Optional<int[]> looksFor(int request) {
        return rule.looksFor(asked.by(request)).map(offered::ofAll);
    }

    private static boolean contains(int[] few, int number) {
        for (int one : few) {
            if (one == number) {
                return true;
            }
        }
        return false;
    }

    private int judgeNumbers(int askedNumber, int offeredNumber) {
        if (remembered.length == 0) {
            return rule.judge(asked.values.get(askedNumber), offered.values.get(offeredNumber), 0);
        }
        int place = askedNumber * offered.different() + offeredNumber;
        short known = remembered[place];
        if (known == NOT_YET) {
            known = (short) rule.judge(asked.values.get(askedNumber), offered.values.get(offeredNumber), 0);
            remembered[place] = known;
        }
        return known;
    }

    private AllowedSets allowed() {
        long[][] bits = new long[asked.different()][];
        Arrays.setAll(bits, this::allowedWhere);
        return new AllowedSets(asked.of, bits);
    }

    private long[] allowedWhere(int askedNumber) {
        boolean[] allows = new boolean[offered.different()];
        for (int number = 0; number < allows.length; number++) {
            allows[number] = judgeNumbers(askedNumber, number) != Rule.FORBIDDEN;
        }
        int[] offeredBy = offered.of;
        long[] bits = new long[(offeredBy.length + 63) / 64];
        for (int volunteer = 0; volunteer < offeredBy.length; volunteer++) {
            if (allows[offeredBy[volunteer]]) {
                bits[volunteer >> 6] |= 1L << volunteer;
            }
        }
        return bits;
    }
}
