package nl.koppelwerk.candidates;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Rule;

/** A rule on distance: what each side asks and offers of it. */
final class DistanceTable<A, O> extends Table<A, O> {
    private final List<A> asked;
    private final List<O> offered;

    /** To be filled by reading both sides. */
    DistanceTable(Rule<A, O> rule, Reading<Asking> askings, Reading<Offering> offerings) {
        super(rule);
        this.asked = askings.values(rule::asked);
        this.offered = offerings.values(rule::offered);
    }

    A asked(int request) {
        return asked.get(request);
    }

    O offered(int volunteer) {
        return offered.get(volunteer);
    }

    @Override
    int judge(int request, int volunteer, int metres) {
        return rule.judge(asked.get(request), offered.get(volunteer), metres);
    }
}
