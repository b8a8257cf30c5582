package nl.koppelwerk.candidates;

import java.util.function.Supplier;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.InCommon;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Rule;

/** A rule that looks at the two people and not at the distance, for all volunteers on the shortlist of a request. */
abstract class PairTable<A, O> extends Table<A, O> {
    PairTable(Rule<A, O> rule) {
        super(rule);
    }

    /** The table once both sides are read. */
    @SuppressWarnings("unchecked") // a rule that judges what is in common does so for its own two types
    static <A, O> Supplier<PairTable<A, O>> of(Rule<A, O> rule, Reading<Asking> askings, Reading<Offering> offerings) {
        if (rule instanceof InCommon<?, ?> inCommon) {
            CommonTable<A, O> table = new CommonTable<>(rule, (InCommon<A, O>) inCommon, askings, offerings);
            return () -> table;
        }
        Numbers<A> asked = askings.numbers(rule::asked);
        Numbers<O> offered = offerings.numbers(rule::offered);
        return () -> new NumberedTable<>(rule, asked, offered);
    }

    /** Leaves those whom the rule allows. */
    abstract void keepAllowed(int request, Shortlist list);

    /** Adds the points that the rule gives, so many times. */
    abstract void weigh(int request, int weight, Shortlist list);
}
