package nl.koppelwerk.data.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The last run of an organisation as its keeper sees it: how it went, nothing of whom it was about. */
public record RunState(String organisation, Optional<Last> last) {
    /** @param failure kinds of errors, without what they said */
    public record Last(
            long number,
            LocalDate day,
            RunView.Status status,
            Instant startedAt,
            Optional<Instant> finishedAt,
            Optional<String> failure) {}
}
