package nl.koppelwerk.fit.admission;

import java.util.Set;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Outcome;

/** A blocked pair, and one declined for a reason that lasts, is not proposed (again). */
public final class NotBlocked extends NotAmong {
    public NotBlocked() {
        super("not-blocked");
    }

    @Override
    public Set<VolunteerId> asked(Asking asking) {
        return asking.blocked();
    }

    @Override
    protected Outcome outcome(Set<VolunteerId> asked, VolunteerId offered, int metres) {
        return asked.isEmpty() ? Outcome.MOOT : super.outcome(asked, offered, metres);
    }
}
