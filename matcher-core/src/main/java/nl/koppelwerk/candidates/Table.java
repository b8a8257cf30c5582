package nl.koppelwerk.candidates;

import nl.koppelwerk.fit.rule.Rule;

/**
 * One rule over all requests and volunteers of a night, in a form that judges many pairs fast. What it judges is always
 * what the rule itself judged.
 */
abstract class Table<A, O> {
    final Rule<A, O> rule;

    Table(Rule<A, O> rule) {
        this.rule = rule;
    }

    /** @param metres distance of the two; only rules on distance look at it */
    abstract int judge(int request, int volunteer, int metres);
}
