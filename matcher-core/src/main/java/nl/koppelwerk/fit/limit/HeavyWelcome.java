package nl.koppelwerk.fit.limit;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;

/** A heavy case goes only to who is willing to take one. */
public final class HeavyWelcome extends Forbidding<Boolean, Boolean> {
    public HeavyWelcome() {
        super("heavy-welcome");
    }

    @Override
    public Boolean asked(Asking asking) {
        return asking.request().heavy();
    }

    @Override
    public Boolean offered(Offering offering) {
        return offering.volunteer().limits().heavyCases();
    }

    @Override
    protected boolean allows(Boolean asked, Boolean offered) {
        return !asked || offered;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Boolean asked, Boolean offered, int metres) {
        return asked ? super.outcome(asked, offered, metres) : Outcome.MOOT;
    }
}
