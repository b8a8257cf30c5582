package nl.koppelwerk.fit.wish;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;

/**
 * With that wish, somebody whose children go to the same school does not come. Where a school is not known the pair is
 * allowed, and a person is told to ask.
 */
public final class OtherSchool extends Forbidding<OtherSchool.Asked, Known> {
    /** The family's own school, and whether it wants another. */
    record Asked(boolean another, Known own) {}

    public OtherSchool() {
        super("other-school");
    }

    @Override
    public Asked asked(Asking asking) {
        return asking.request().wishes().otherSchool()
                ? new Asked(true, Known.school(asking.family().school()))
                : new Asked(false, new Known(Optional.empty()));
    }

    @Override
    public Known offered(Offering offering) {
        return Known.school(offering.volunteer().school());
    }

    @Override
    protected boolean allows(Asked asked, Known offered) {
        return !asked.another || !asked.own.sameAs(offered);
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT, Outcome.UNKNOWN);
    }

    @Override
    protected Outcome outcome(Asked asked, Known offered, int metres) {
        if (!asked.another) {
            return Outcome.MOOT;
        }
        boolean known = asked.own.name().isPresent() && offered.name().isPresent();
        return known ? super.outcome(asked, offered, metres) : Outcome.UNKNOWN;
    }
}
