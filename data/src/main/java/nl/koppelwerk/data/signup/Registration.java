package nl.koppelwerk.data.signup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who signed up.
 *
 * @param confirmed whether the address in it was confirmed by mail
 * @param record the family or volunteer that it became
 * @param version counts up with every change of what was said
 */
public record Registration(
        UUID id, SignUp said, State state, Instant createdAt, boolean confirmed, Optional<UUID> record, long version) {
    /** How far it is. */
    public enum State {
        /** The address was not confirmed yet; only what is urgent is shown to coordinators before that. */
        UNCONFIRMED,
        WAITING,
        TAKEN_OVER,
        DECLINED
    }
}
