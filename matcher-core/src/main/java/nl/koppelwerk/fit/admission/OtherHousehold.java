package nl.koppelwerk.fit.admission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;

/**
 * Nobody helps the own household, nor a household that helps it: two who depend on each other both ways cannot stop with one of
 * the two. Its sentence does not say which it is, because not every reader may know who gets support.
 */
public final class OtherHousehold extends Forbidding<Set<VolunteerId>, VolunteerId> {
    public OtherHousehold() {
        super("other-household");
    }

    @Override
    public Set<VolunteerId> asked(Asking asking) {
        return asking.tied();
    }

    @Override
    public VolunteerId offered(Offering offering) {
        return offering.volunteer().id();
    }

    @Override
    public Optional<Set<VolunteerId>> looksFor(Set<VolunteerId> asked) {
        return Optional.of(asked);
    }

    @Override
    protected boolean allows(Set<VolunteerId> asked, VolunteerId offered) {
        return !asked.contains(offered);
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    /** That a family is tied to somebody is not told with a pair that is about somebody else. */
    @Override
    protected Outcome outcome(Set<VolunteerId> asked, VolunteerId offered, int metres) {
        return allows(asked, offered) ? Outcome.MOOT : Outcome.NO;
    }
}
