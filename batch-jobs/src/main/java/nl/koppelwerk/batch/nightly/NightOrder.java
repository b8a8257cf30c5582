package nl.koppelwerk.batch.nightly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * What is asked of a nightly run. The same order on the same data gives the same proposals.
 *
 * @param day ages, waiting times and certificates are counted to this day
 * @param unlessPublishedSince when a run that started at this moment or later is published, another is not needed
 */
public record NightOrder(
        OrganisationId organisation, LocalDate day, long seed, Optional<Instant> unlessPublishedSince) {

    /** A run in any case, with the seed that belongs to the day. */
    public static NightOrder on(LocalDate day, OrganisationId organisation) {
        return new NightOrder(organisation, day, day.toEpochDay(), Optional.empty());
    }

    public NightOrder withSeed(long other) {
        return new NightOrder(organisation, day, other, unlessPublishedSince);
    }

    public NightOrder unlessPublishedSince(Instant moment) {
        return new NightOrder(organisation, day, seed, Optional.of(moment));
    }
}
