package nl.koppelwerk.data.seal;

import java.util.Optional;

/**
 * Where the chain in the database meets the last head outside it.
 *
 * @param heads whether there is a file of heads at all
 */
record Joint(ChainedEntries entries, Optional<Head> last, boolean heads) {

    /** The end of the chain; empty when it does not lead there from the last head, entry by entry. */
    Optional<Link> end() {
        Link from = last.map(Head::link).orElse(Link.START);
        Optional<Link> end = entries.end();
        if (end.isEmpty()) {
            boolean gone = last.map(Head::kind).filter(Head.Kind.LET_GO::equals).isPresent();
            return from.place() == 0 || gone ? Optional.of(from) : Optional.empty();
        }
        if (!heads || !meets(from)) {
            return Optional.empty();
        }
        Walk walk = new Walk(from);
        entries.after(from.place(), walk::take);
        return walk.whole ? Optional.of(walk.reached) : Optional.empty();
    }

    private boolean meets(Link from) {
        return from.place() == 0
                || last.map(Head::kind).filter(Head.Kind.LET_GO::equals).isPresent()
                || entries.at(from.place()).filter(from::equals).isPresent();
    }

    private static final class Walk {
        private Link reached;
        private boolean whole = true;

        Walk(Link from) {
            reached = from;
        }

        void take(ChainedEntry entry) {
            reached = reached.then(entry);
            whole &= entry.sealed().filter(reached::equals).isPresent();
        }
    }
}
