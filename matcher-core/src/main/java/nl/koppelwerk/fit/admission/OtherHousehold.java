package nl.koppelwerk.fit.admission;

import java.util.Set;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Outcome;

/**
 * Nobody helps the own household, nor a household that helps it: two who depend on each other both ways cannot stop with one of
 * the two. Its sentence does not say which it is, because not every reader may know who gets support.
 */
public final class OtherHousehold extends NotAmong {
    public OtherHousehold() {
        super("other-household");
    }

    @Override
    public Set<VolunteerId> asked(Asking asking) {
        return asking.tied();
    }

    /** That a family is tied to somebody is not told with a pair that is about somebody else. */
    @Override
    protected Outcome outcome(Set<VolunteerId> asked, VolunteerId offered, int metres) {
        return allows(asked, offered) ? Outcome.MOOT : Outcome.NO;
    }
}
