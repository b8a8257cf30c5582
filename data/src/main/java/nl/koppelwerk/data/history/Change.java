package nl.koppelwerk.data.history;

import java.time.Instant;
import java.util.Optional;

/**
 * One field that says something else since.
 *
 * @param number counts up; later changes have higher ones
 * @param reference of the family, request or volunteer
 * @param field column of the table; empty: it was added
 * @param part which child, where there are several
 * @param before as the table had it; empty: nothing
 * @param account name of who did it; empty: the software, or somebody at the command line
 */
public record Change(
        long number,
        Subject subject,
        String reference,
        Optional<String> field,
        Optional<String> part,
        Optional<String> before,
        Optional<String> after,
        Instant at,
        Optional<String> account,
        Way way) {}
