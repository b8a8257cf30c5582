package nl.koppelwerk.fit.limit;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.fit.rule.Weighing;
import nl.koppelwerk.sentence.Argument;

/**
 * Experience goes where the case is heavy: there 200 points a year up to five years. For other cases a newcomer is as
 * welcome, and 100 points a year go off for experience that a heavy case could use.
 */
public final class Experience extends Weighing<Boolean, Integer> {
    private static final int COUNTED_YEARS = 5;

    public Experience() {
        super("experience", 7);
    }

    /** Whether the case is heavy. */
    @Override
    public Boolean asked(Asking asking) {
        return asking.request().heavy();
    }

    /** Years as a volunteer, as far as they count. */
    @Override
    public Integer offered(Offering offering) {
        return Math.clamp(offering.volunteer().experienceYears(), 0, COUNTED_YEARS);
    }

    @Override
    protected int points(Boolean heavy, Integer years) {
        return heavy ? 200 * years : MOST - 100 * years;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Boolean heavy, Integer years, int metres) {
        return heavy ? super.outcome(heavy, years, metres) : Outcome.MOOT;
    }

    @Override
    protected List<Argument> figures(Boolean heavy, Integer years, int metres) {
        return List.of(new Argument.Count(years));
    }
}
