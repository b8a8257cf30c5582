package nl.koppelwerk.fit.admission;

import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;

/** Whoever pauses or has left is not proposed. */
public final class Active extends Forbidding<Boolean, Boolean> {
    public Active() {
        super("active");
    }

    /** Every request asks for somebody who is active. */
    @Override
    public Boolean asked(Asking asking) {
        return true;
    }

    @Override
    public Boolean offered(Offering offering) {
        return offering.volunteer().active();
    }

    @Override
    protected boolean allows(Boolean asked, Boolean offered) {
        return offered;
    }
}
