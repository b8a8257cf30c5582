package nl.koppelwerk.fit.place;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.DistanceLimit;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.fit.rule.Pair;

/** No pair is further apart than the programme allows; nor one of which a postcode is not known. */
public final class ProgrammeDistance extends DistanceLimit {
    public ProgrammeDistance() {
        super("programme-distance");
    }

    /** Below {@link Pair#UNKNOWN_DISTANCE}, so that an unknown distance is always too far. */
    @Override
    public Integer asked(Asking asking) {
        return Math.min(asking.programme().rules().maximumDistanceMetres(), Pair.UNKNOWN_DISTANCE - 1);
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.UNKNOWN);
    }

    @Override
    protected Outcome outcome(Integer asked, Integer offered, int metres) {
        return metres == Pair.UNKNOWN_DISTANCE ? Outcome.UNKNOWN : super.outcome(asked, offered, metres);
    }
}
