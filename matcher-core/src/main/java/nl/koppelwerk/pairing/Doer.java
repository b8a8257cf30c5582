package nl.koppelwerk.pairing;

import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.Side;

/** Who changes a pairing: a coordinator, or one of the two sides for itself. */
public sealed interface Doer permits CoordinatorId, Doer.Oneself {
    /** The family or the volunteer, without a coordinator in between. */
    record Oneself(Side side) implements Doer {}

    /** The account of a coordinator. */
    default Optional<UUID> account() {
        return this instanceof CoordinatorId(UUID value) ? Optional.of(value) : Optional.empty();
    }

    /** The side that did it itself. */
    default Optional<Side> oneself() {
        return this instanceof Oneself(Side side) ? Optional.of(side) : Optional.empty();
    }
}
