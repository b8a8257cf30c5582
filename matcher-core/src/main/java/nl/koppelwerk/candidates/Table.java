package nl.koppelwerk.candidates;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Rule;

/**
 * One rule over all requests and volunteers: what each asks and offers, numbered, and what the rule judges of two such
 * numbers, remembered where there are few enough of them.
 *
 * <p>Safe to share between threads: what is remembered is written again with the same value at worst.
 */
final class Table<A, O> {
    /** More different judgements than this are not remembered, but made again. */
    private static final long MOST_REMEMBERED = 1 << 20;

    /** Up to this many different things asked, or one for so many requests, a rule keeps one bit set for each. */
    private static final int FEW = 64;

    private static final int ONE_FOR_REQUESTS = 50;

    private static final short NOT_YET = Short.MIN_VALUE;

    final Rule<A, O> rule;
    private final Object[] asked;
    private final Object[] offered;
    private final int[] askedBy;
    private final int[] offeredBy;
    private final short[] remembered;

    /** One bit set of the allowed volunteers for each thing asked; empty where that would be too many. */
    private final long[][] allowed;

    Table(Rule<A, O> rule, List<Asking> askings, List<Offering> offerings) {
        this.rule = rule;
        Map<Object, Integer> askedNumbers = new HashMap<>();
        Map<Object, Integer> offeredNumbers = new HashMap<>();
        this.askedBy = numbers(askings, rule::asked, askedNumbers);
        this.offeredBy = numbers(offerings, rule::offered, offeredNumbers);
        this.asked = inOrder(askedNumbers);
        this.offered = inOrder(offeredNumbers);
        long different = (long) asked.length * offered.length;
        this.remembered = new short[rule.byDistance() || different > MOST_REMEMBERED ? 0 : (int) different];
        Arrays.fill(remembered, NOT_YET);
        boolean keepsBits = rule.forbids()
                && !rule.byDistance()
                && asked.length <= Math.max(FEW, askings.size() / ONE_FOR_REQUESTS);
        this.allowed = new long[keepsBits ? asked.length : 0][];
        Arrays.setAll(allowed, this::allowedWhere);
    }

    private static <T> int[] numbers(List<T> sides, Function<T, ?> read, Map<Object, Integer> numbers) {
        int[] numberOf = new int[sides.size()];
        for (int i = 0; i < numberOf.length; i++) {
            Object value = read.apply(sides.get(i));
            Integer number = numbers.putIfAbsent(value, numbers.size());
            numberOf[i] = number == null ? numbers.size() - 1 : number;
        }
        return numberOf;
    }

    private static Object[] inOrder(Map<Object, Integer> numbers) {
        Object[] values = new Object[numbers.size()];
        numbers.forEach((value, number) -> values[number] = value);
        return values;
    }

    /** Different things that requests ask. */
    int differentAsked() {
        return asked.length;
    }

    int differentOffered() {
        return offered.length;
    }

    int askedBy(int request) {
        return askedBy[request];
    }

    int offeredBy(int volunteer) {
        return offeredBy[volunteer];
    }

    @SuppressWarnings("unchecked")
    A asked(int number) {
        return (A) asked[number];
    }

    @SuppressWarnings("unchecked")
    O offered(int number) {
        return (O) offered[number];
    }

    int judge(int request, int volunteer) {
        return judgeNumbers(askedBy[request], offeredBy[volunteer]);
    }

    int judge(int request, int volunteer, int metres) {
        return rule.byDistance()
                ? rule.judge(asked(askedBy[request]), offered(offeredBy[volunteer]), metres)
                : judge(request, volunteer);
    }

    /** Leaves those whom the rule allows. */
    void keepAllowed(int request, Shortlist list) {
        int askedNumber = askedBy[request];
        if (rule.asksNothing(asked(askedNumber))) {
            return;
        }
        int kept = 0;
        A asked = asked(askedNumber);
        for (int i = 0; i < list.size; i++) {
            int volunteer = list.volunteer[i];
            if (judge(askedNumber, asked, offeredBy[volunteer]) != Rule.FORBIDDEN) {
                list.volunteer[kept] = volunteer;
                list.value[kept++] = list.value[i];
            }
        }
        list.size = kept;
    }

    /** Adds the points that the rule gives, so many times. */
    void weigh(int request, int weight, Shortlist list) {
        int askedNumber = askedBy[request];
        if (weight == 0 || rule.asksNothing(asked(askedNumber))) {
            return;
        }
        A asked = asked(askedNumber);
        for (int i = 0; i < list.size; i++) {
            list.value[i] += weight * judge(askedNumber, asked, offeredBy[list.volunteer[i]]);
        }
    }

    private int judgeNumbers(int askedNumber, int offeredNumber) {
        return judge(askedNumber, asked(askedNumber), offeredNumber);
    }

    private int judge(int askedNumber, A asked, int offeredNumber) {
        if (remembered.length == 0) {
            return rule.judge(asked, offered(offeredNumber), 0);
        }
        int place = askedNumber * offered.length + offeredNumber;
        short known = remembered[place];
        if (known == NOT_YET) {
            known = (short) rule.judge(asked, offered(offeredNumber), 0);
            remembered[place] = known;
        }
        return known;
    }

    boolean hasBits() {
        return allowed.length > 0;
    }

    /** One bit for each volunteer: whether this rule allows the pair. Only where it {@link #hasBits()}. */
    long[] bits(int request) {
        return allowed[askedBy[request]];
    }

    /** One bit for each volunteer: whether the rule allows this volunteer where this is asked. */
    private long[] allowedWhere(int askedNumber) {
        boolean[] allows = new boolean[offered.length];
        for (int number = 0; number < allows.length; number++) {
            allows[number] = judgeNumbers(askedNumber, number) != Rule.FORBIDDEN;
        }
        long[] bits = new long[(offeredBy.length + 63) / 64];
        for (int volunteer = 0; volunteer < offeredBy.length; volunteer++) {
            if (allows[offeredBy[volunteer]]) {
                bits[volunteer >> 6] |= 1L << volunteer;
            }
        }
        return bits;
    }
}
