package nl.koppelwerk.data.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * One attempt at one night's matching.
 *
 * @param attempt fresh for each start, also after a crash
 * @param fence only the run with the highest number of its organisation may write
 * @param day the day that the matching counts ages, waiting times and certificates to
 * @param figures once published
 * @param failure what went wrong, without persons; once failed or cancelled
 */
public record Run(
        RunId id,
        OrganisationId organisation,
        UUID attempt,
        long fence,
        long seed,
        LocalDate day,
        Status status,
        Instant started,
        Optional<Instant> finished,
        String softwareVersion,
        Optional<Figures> figures,
        Optional<String> failure) {

    /** How a run stands. */
    public enum Status {
        RUNNING,
        PUBLISHED,
        FAILED,
        /** Somebody stopped it before it published. */
        CANCELLED
    }
}
