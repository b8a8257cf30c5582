package nl.koppelwerk.fit.admission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;

/** Some volunteers are out of the question for a family. */
abstract class NotAmong extends Forbidding<Set<VolunteerId>, VolunteerId> {
    NotAmong(String code) {
        super(code);
    }

    @Override
    public final VolunteerId offered(Offering offering) {
        return offering.volunteer().id();
    }

    @Override
    public final Optional<Set<VolunteerId>> looksFor(Set<VolunteerId> asked) {
        return Optional.of(asked);
    }

    @Override
    protected final boolean allows(Set<VolunteerId> asked, VolunteerId offered) {
        return !asked.contains(offered);
    }

    @Override
    public final List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }
}
