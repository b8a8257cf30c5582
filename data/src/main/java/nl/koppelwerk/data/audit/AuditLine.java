package nl.koppelwerk.data.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the audit log as an administrator reads it.
 *
 * @param who name of the account; empty: the software, or somebody who was not signed in
 * @param subject what kind of thing
 * @param reference what the thing is called on paper, when it is there still; else its id
 */
public record AuditLine(
        long number,
        Instant at,
        Optional<String> who,
        String action,
        String subject,
        String object,
        String reference,
        Map<String, String> detail) {}
