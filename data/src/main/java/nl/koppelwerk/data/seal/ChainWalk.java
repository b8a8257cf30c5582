package nl.koppelwerk.data.seal;

import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.seal.Disagreement.Kind;

/** Goes along a chain, entry by entry, and stops understanding at the first one that does not agree. */
final class ChainWalk {
    private final Map<Long, String> signed;
    private Link reached;
    private long checked;
    private Optional<Disagreement> found = Optional.empty();
    private Optional<ChainedEntry> wrong = Optional.empty();

    /** @param signed hashes by the places that heads name */
    ChainWalk(Link from, Map<Long, String> signed) {
        this.reached = from;
        this.signed = Map.copyOf(signed);
    }

    void take(ChainedEntry entry) {
        if (found.isPresent()) {
            return;
        }
        Link says = entry.sealed().orElseThrow();
        Link right = reached.then(entry);
        if (says.place() > right.place()) {
            found = Optional.of(Disagreement.at(Kind.REMOVED, right.place()));
        } else if (!says.equals(right)) {
            wrong = Optional.of(entry);
            found = Optional.of(new Disagreement(Kind.CHANGED, right.place(), Optional.of(entry.number())));
        } else if (!signed.getOrDefault(right.place(), right.hash()).equals(right.hash())) {
            found = Optional.of(new Disagreement(Kind.REWRITTEN, right.place(), Optional.of(entry.number())));
        } else {
            reached = right;
            checked++;
        }
    }

    /** The end of what agrees. */
    Link reached() {
        return reached;
    }

    long checked() {
        return checked;
    }

    Optional<Disagreement> found() {
        return found;
    }

    /** The entry that was not what it should be, of which {@link Suspects} may tell more. */
    Optional<ChainedEntry> wrong() {
        return wrong;
    }
}
