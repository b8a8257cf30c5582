package nl.koppelwerk.fit.admission;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;

/** A parent who gets support gives it from the phase on that the own programme says; its sentence does not say why not yet. */
public final class ReadyToGive extends Forbidding<Boolean, Boolean> {
    public ReadyToGive() {
        super("ready-to-give");
    }

    /** Every request asks for somebody who is. */
    @Override
    public Boolean asked(Asking asking) {
        return true;
    }

    @Override
    public Boolean offered(Offering offering) {
        return !offering.later();
    }

    @Override
    protected boolean allows(Boolean asked, Boolean offered) {
        return offered;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Boolean asked, Boolean offered, int metres) {
        return offered ? Outcome.MOOT : Outcome.NO;
    }
}
