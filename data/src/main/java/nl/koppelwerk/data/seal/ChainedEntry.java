package nl.koppelwerk.data.seal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the audit log with everything it says, as it goes into the chain.
 *
 * @param detail as PostgreSQL writes it, which is the same for the same contents
 * @param sealed its place and the hash there, once it has them
 */
record ChainedEntry(
        UUID organisation,
        long number,
        Instant at,
        Optional<UUID> account,
        String action,
        String subject,
        String object,
        String detail,
        Optional<Link> sealed) {}
