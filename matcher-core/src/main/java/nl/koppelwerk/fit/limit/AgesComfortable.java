package nl.koppelwerk.fit.limit;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.fit.rule.Weighing;
import nl.koppelwerk.sentence.Argument;

/**
 * Children well within the ages that the volunteer will work with are better than children at the edge of it, who grow
 * out of it: 400 points at the edge, 200 more for each year of room, all from three years on or without children.
 */
public final class AgesComfortable extends Weighing<Ages, Range> {
    public AgesComfortable() {
        super("ages-comfortable", 5);
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
    protected int points(Ages asked, Range offered) {
        if (asked.none()) {
            return MOST;
        }
        int room = offered.room(asked);
        return room < 0 ? 0 : 400 + 200 * Math.min(room, 3);
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
        return List.of(new Argument.Count(offered.from()), new Argument.Count(offered.to()));
    }
}
