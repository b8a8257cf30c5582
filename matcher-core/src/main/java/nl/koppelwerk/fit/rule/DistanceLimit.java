package nl.koppelwerk.fit.rule;

import java.util.List;
import nl.koppelwerk.sentence.Argument;

/** A rule that the two live no further apart than one of them, or the programme, allows. Limits are in metres. */
public abstract non-sealed class DistanceLimit extends Rule<Integer, Integer> {
    /** The limit of a side that sets none. */
    protected static final int NO_LIMIT = Integer.MAX_VALUE;

    protected DistanceLimit(String name) {
        super(name);
    }

    @Override
    public Integer asked(Asking asking) {
        return NO_LIMIT;
    }

    @Override
    public Integer offered(Offering offering) {
        return NO_LIMIT;
    }

    @Override
    public final int judge(Integer asked, Integer offered, int metres) {
        return metres <= Math.min(asked, offered) ? 0 : FORBIDDEN;
    }

    @Override
    protected Outcome outcome(Integer asked, Integer offered, int metres) {
        return judge(asked, offered, metres) == FORBIDDEN ? Outcome.NO : Outcome.YES;
    }

    @Override
    protected List<Argument> figures(Integer asked, Integer offered, int metres) {
        return List.of(new Argument.Metres(metres), new Argument.Metres(Math.min(asked, offered)));
    }

    @Override
    public final boolean forbids() {
        return true;
    }

    @Override
    public final boolean byDistance() {
        return true;
    }

    @Override
    public final int defaultWeight() {
        return 0;
    }
}
