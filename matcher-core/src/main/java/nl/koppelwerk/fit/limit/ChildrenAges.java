package nl.koppelwerk.fit.limit;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.sentence.Argument;

/** All children under 18 have an age that the volunteer will work with. */
public final class ChildrenAges extends Forbidding<Ages, Range> {
    public ChildrenAges() {
        super("children-ages");
    }

    @Override
    public Ages asked(Asking asking) {
        return Ages.of(asking);
    }

    @Override
    public Range offered(Offering offering) {
        return Range.of(offering);
    }

    @Override
    protected boolean allows(Ages asked, Range offered) {
        return offered.contains(asked);
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Ages asked, Range offered, int metres) {
        return asked.none() ? Outcome.MOOT : super.outcome(asked, offered, metres);
    }

    @Override
    protected List<Argument> figures(Ages asked, Range offered, int metres) {
        return List.of(
                new Argument.Count(asked.youngest()),
                new Argument.Count(asked.oldest()),
                new Argument.Count(offered.from()),
                new Argument.Count(offered.to()),
                new Argument.Count(asked.youngest() == asked.oldest() ? 1 : 2));
    }
}
