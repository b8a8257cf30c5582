package nl.koppelwerk.batch.nightly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * What is asked of a nightly run. The same order on the same data gives the same proposals.
 *
 * @param day ages, waiting times and certificates are counted to this day
 * @param unlessPublishedSince when a run that started at this moment or later is published, another is not needed
 * @param by the account that asks for it; empty: the schedule, or somebody at the command line
 */
public record NightOrder(
        OrganisationId organisation,
        LocalDate day,
        long seed,
        Optional<Instant> unlessPublishedSince,
        Optional<UUID> by) {

    /** A run in any case, with the seed that belongs to the day. */
    public static NightOrder on(LocalDate day, OrganisationId organisation) {
        return new NightOrder(organisation, day, day.toEpochDay(), Optional.empty(), Optional.empty());
    }

    public NightOrder withSeed(long other) {
        return new NightOrder(organisation, day, other, unlessPublishedSince, by);
    }

    public NightOrder unlessPublishedSince(Instant moment) {
        return new NightOrder(organisation, day, seed, Optional.of(moment), by);
    }

    public NightOrder by(UUID account) {
        return new NightOrder(organisation, day, seed, unlessPublishedSince, Optional.of(account));
    }
}
