package nl.koppelwerk.data.seal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * What the end of an organisation's chain was at a moment; a line of the file of heads.
 *
 * @param place of the last entry, which is also how many there have been
 * @param hash there
 */
public record Head(Instant at, Kind kind, OrganisationId organisation, long place, String hash) {
    /** Why the line was written. */
    public enum Kind {
        /** Entries were sealed. */
        SEALED,
        /** Entries had been sealed already when this file came to know: by another server, or just before a program died. */
        WITNESSED,
        /** Entries up to here were past their term and went. */
        LET_GO,
        /** A backup was put back: the chain goes on from here, what came after is gone. */
        RESTORED,
        /** Somebody who keeps the computer has seen what does not agree, and the chain counts from here. */
        ACCEPTED
    }

    Link link() {
        return new Link(place, hash);
    }

    String text() {
        return at + ";" + kind + ";" + organisation.value() + ";" + place + ";" + hash;
    }

    /** Empty when it is no such line. */
    static Optional<Head> of(String text) {
        String[] parts = text.split(";", -1);
        try {
            return parts.length == 5 && parts[4].matches("[0-9a-f]{64}")
                    ? Optional.of(new Head(
                            Instant.parse(parts[0]),
                            Kind.valueOf(parts[1]),
                            new OrganisationId(UUID.fromString(parts[2])),
                            Long.parseLong(parts[3]),
                            parts[4]))
                    : Optional.empty();
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
