package nl.koppelwerk.fit.admission;

import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;

/** A volunteer who has not said when they can come is not available. */
public final class AvailabilityKnown extends Forbidding<Boolean, Boolean> {
    public AvailabilityKnown() {
        super("availability-known");
    }

    /** Every request asks for somebody who said when they can come. */
    @Override
    public Boolean asked(Asking asking) {
        return true;
    }

    @Override
    public Boolean offered(Offering offering) {
        return !offering.volunteer().availability().isEmpty();
    }

    @Override
    protected boolean allows(Boolean asked, Boolean offered) {
        return offered;
    }
}
