package nl.koppelwerk.data.seal;

import java.util.Optional;
import nl.koppelwerk.data.seal.Disagreement.Kind;

/** Looks through the chain once more for what happened to the entry that does not agree. */
final class Suspects {
    private final Link before;
    private final ChainedEntry wrong;
    private final Link says;
    private Optional<ChainedEntry> previous = Optional.empty();
    private Optional<Link> rightOne = Optional.empty();
    private boolean changedPlaces;
    private boolean fitsElsewhere;
    private boolean nextFitsOneBack;
    private boolean nextFitsOneFurther;

    /** @param before the end of what agrees */
    Suspects(Link before, ChainedEntry wrong) {
        this.before = before;
        this.wrong = wrong;
        this.says = wrong.sealed().orElseThrow();
    }

    void take(ChainedEntry entry) {
        Link seal = entry.sealed().orElseThrow();
        if (entry.number() != wrong.number()) {
            Link here = before.then(entry);
            changedPlaces |= here.hash().equals(says.hash());
            if (here.hash().equals(seal.hash())) {
                rightOne = Optional.of(here);
            }
            fitsElsewhere |= fits(seal, -1) || fits(seal, 0) || fits(seal, 1);
            if (previous.filter(one -> one.number() == wrong.number()).isPresent()) {
                nextFitsOneBack = moved(says, -1).then(entry).hash().equals(seal.hash());
                nextFitsOneFurther = moved(says, 1).then(entry).hash().equals(seal.hash());
            }
        }
        previous = Optional.of(entry);
    }

    Disagreement verdict() {
        return new Disagreement(kind(), before.place() + 1, Optional.of(wrong.number()));
    }

    private Kind kind() {
        boolean fits = fitsElsewhere || rightOne.filter(one -> fits(one, 0)).isPresent();
        if (changedPlaces || rightOne.isPresent() && fits) {
            return Kind.REORDERED;
        }
        if (rightOne.isPresent() || fits && nextFitsOneBack) {
            return Kind.INSERTED;
        }
        if (fits) {
            return Kind.REORDERED;
        }
        return nextFitsOneFurther ? Kind.REMOVED : Kind.CHANGED;
    }

    /** Whether the wrong entry once came after this place, which may have been moved with others. */
    private boolean fits(Link place, int by) {
        return moved(place, by).then(wrong).hash().equals(says.hash());
    }

    private static Link moved(Link place, int by) {
        return new Link(place.place() + by, place.hash());
    }
}
