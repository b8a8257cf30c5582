package nl.koppelwerk.fit.wish;

import java.util.List;
import nl.koppelwerk.domain.volunteer.Gender;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;

/** Where the family wishes so, only a woman comes. */
public final class WomanOnly extends Forbidding<Boolean, Gender> {
    public WomanOnly() {
        super("woman-only");
    }

    @Override
    public Boolean asked(Asking asking) {
        return asking.request().wishes().womanOnly();
    }

    @Override
    public Gender offered(Offering offering) {
        return offering.volunteer().gender();
    }

    @Override
    protected boolean allows(Boolean asked, Gender offered) {
        return !asked || offered == Gender.WOMAN;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Boolean asked, Gender offered, int metres) {
        return asked ? super.outcome(asked, offered, metres) : Outcome.MOOT;
    }
}
