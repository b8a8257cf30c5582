package nl.koppelwerk.fit.wish;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;

/**
 * Somebody from the same street may be too close: with that wish, families and volunteers of one street stay apart. Where
 * a street is not known the pair is allowed, and a person is told to ask.
 */
public final class OtherStreet extends Forbidding<OtherStreet.Asked, Known> {
    /** The family's own street, and whether it wants another. */
    record Asked(boolean another, Known own) {}

    public OtherStreet() {
        super("other-street");
    }

    @Override
    public Asked asked(Asking asking) {
        return asking.request().wishes().otherStreet()
                ? new Asked(true, Known.street(asking.family().street(), asking.place()))
                : new Asked(false, new Known(Optional.empty()));
    }

    @Override
    public Known offered(Offering offering) {
        return Known.street(offering.volunteer().street(), offering.place());
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
