package nl.koppelwerk.data.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An account as its administrator sees it.
 *
 * @param programmes names; empty: all
 * @param municipalities empty: all
 * @param invitedUntil when the invitation can no longer be accepted; empty: none is open
 */
public record AccountView(
        UUID id,
        String email,
        String name,
        Account.Role role,
        State state,
        List<String> programmes,
        List<String> municipalities,
        boolean secondStep,
        Optional<Instant> lastSeen,
        Optional<Instant> invitedUntil) {

    /** Where an account stands. */
    public enum State {
        INVITED,
        INVITATION_OVER,
        ACTIVE,
        DISABLED
    }
}
