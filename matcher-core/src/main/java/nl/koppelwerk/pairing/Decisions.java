package nl.koppelwerk.pairing;

import java.util.Optional;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.Step;

/** What holds for every decision on a proposal. */
final class Decisions {
    private Decisions() {}

    /** Whether somebody was there first. */
    static Optional<Refusal> tooLate(Pairing pairing, int versionSeen) {
        if (pairing.step() != Step.PROPOSED) {
            return Optional.of(new Refusal.AlreadyDecided(pairing.step()));
        }
        return pairing.version() == versionSeen ? Optional.empty() : Optional.of(new Refusal.Changed());
    }
}
