package nl.koppelwerk.data.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Once that somebody saw or changed something of a person.
 *
 * @param who name of the account; empty: the person, or the software
 * @param role of the account, now
 * @param what part of the file, where the log says so
 * @param inAFile whether it was a whole list taken as a file, in which the person may be
 */
public record PersonAccess(
        Instant at,
        Optional<String> who,
        Optional<String> role,
        String action,
        String subject,
        Optional<String> what,
        boolean inAFile) {}
