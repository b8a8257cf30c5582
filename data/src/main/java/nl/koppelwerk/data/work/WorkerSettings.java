package nl.koppelwerk.data.work;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Worker processes that plan parts of a night.
 *
 * @param username the role that workers sign in with; it may ask for pieces and answer them, nothing else
 * @param password of that role; not set: with the embedded PostgreSQL one that workers on this computer find by themselves,
 *     with another PostgreSQL no workers are let in
 * @param lease how long a worker may be silent before its piece is given to somebody else
 * @param headStart how long workers may choose before the run takes pieces itself
 * @param leastRequests pieces with fewer requests are not worth sending
 */
@ConfigurationProperties("koppelwerk.workers")
public record WorkerSettings(
        String username, Optional<String> password, Duration lease, Duration headStart, int leastRequests) {

    /** Written out, because Spring may hand over null for an unset optional; the defaults belong to its parameters. */
    @SuppressWarnings("NullAway")
    public WorkerSettings(
            @DefaultValue("koppelwerk_worker") String username,
            @Nullable Optional<String> password,
            @DefaultValue("15s") Duration lease,
            @DefaultValue("300ms") Duration headStart,
            @DefaultValue("20") int leastRequests) {
        this.username = username;
        this.password = password == null ? Optional.empty() : password.filter(text -> !text.isBlank());
        this.lease = lease;
        this.headStart = headStart;
        this.leastRequests = leastRequests;
        if (!username.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException(
                    "koppelwerk.workers.username must be small letters, digits and _: " + username);
        }
        if (lease.toMillis() < 100) {
            throw new IllegalArgumentException("koppelwerk.workers.lease must be at least 100ms: " + lease);
        }
    }
}
