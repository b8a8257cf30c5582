package nl.koppelwerk.fit.admission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;

/** A blocked pair, and one declined for a reason that lasts, is not proposed (again). */
public final class NotBlocked extends Forbidding<Set<VolunteerId>, VolunteerId> {
    public NotBlocked() {
        super("not-blocked");
    }

    @Override
    public Set<VolunteerId> asked(Asking asking) {
        return asking.blocked();
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

    @Override
    protected Outcome outcome(Set<VolunteerId> asked, VolunteerId offered, int metres) {
        return asked.isEmpty() ? Outcome.MOOT : super.outcome(asked, offered, metres);
    }
}
