package nl.koppelwerk.fit.time;

import java.util.List;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.sentence.Argument;

/** The volunteer has the hours a week that the request asks, leaving other families aside. */
public final class HoursEnough extends Forbidding<Hours, Hours> {
    public HoursEnough() {
        super("hours-enough");
    }

    @Override
    public Hours asked(Asking asking) {
        return asking.request().hoursPerWeek();
    }

    @Override
    public Hours offered(Offering offering) {
        return offering.volunteer().hoursPerWeek();
    }

    @Override
    protected boolean allows(Hours asked, Hours offered) {
        return offered.compareTo(asked) >= 0;
    }

    @Override
    protected List<Argument> figures(Hours asked, Hours offered, int metres) {
        return List.of(new Argument.Time(asked), new Argument.Time(offered));
    }
}
