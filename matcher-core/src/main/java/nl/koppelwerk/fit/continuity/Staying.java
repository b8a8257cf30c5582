package nl.koppelwerk.fit.continuity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.fit.rule.Weighing;

/** What was proposed last night and is still undecided is proposed again, unless something clearly better turned up. */
public final class Staying extends Weighing<Optional<VolunteerId>, VolunteerId> {
    public Staying() {
        super("staying", 5);
    }

    @Override
    public Optional<VolunteerId> asked(Asking asking) {
        return asking.lastProposed();
    }

    @Override
    public VolunteerId offered(Offering offering) {
        return offering.volunteer().id();
    }

    @Override
    public Optional<Set<VolunteerId>> looksFor(Optional<VolunteerId> asked) {
        return Optional.of(asked.map(Set::of).orElse(Set.of()));
    }

    @Override
    protected int points(Optional<VolunteerId> asked, VolunteerId offered) {
        return asked.isPresent() && asked.get().equals(offered) ? MOST : 0;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Optional<VolunteerId> asked, VolunteerId offered, int metres) {
        return asked.isEmpty() ? Outcome.MOOT : super.outcome(asked, offered, metres);
    }
}
