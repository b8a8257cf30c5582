package nl.koppelwerk.data.sharing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.programme.ProgrammeId;

/**
 * That two programmes share volunteers, as one of them sees it.
 *
 * @param with the other programme
 * @param version how many times the two have asked each other, this one included
 * @param askedHere whether this programme asked; else the other one did
 * @param agreed empty: the side that was asked has not answered
 * @param ended empty: it holds, or still waits
 */
public record Agreement(
        Partner with, int version, boolean askedHere, Signed asked, Optional<Signed> agreed, Optional<Signed> ended) {
    /**
     * A programme of the same city.
     *
     * @param runBy the organisation that carries it out
     * @param sameHouse whether that is also the one that carries out the programme that is looked at
     */
    public record Partner(ProgrammeId id, String name, String runBy, boolean sameHouse) {}

    /** Who said so, and when. */
    public record Signed(Instant at, UUID account, String name) {}

    public boolean holds() {
        return agreed.isPresent() && ended.isEmpty();
    }

    public boolean waits() {
        return agreed.isEmpty() && ended.isEmpty();
    }
}
