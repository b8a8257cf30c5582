package nl.koppelwerk.data.view.person;

import java.time.Instant;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.week.DayParts;

/**
 * A pairing on the page of one of the two.
 *
 * @param other the volunteer on the page of a family, the family on that of a volunteer
 * @param open whether the reader may open the page of the other
 * @param since when it came to the step that it is at
 */
public record PairingEntry(
        PairingId id,
        String request,
        UUID other,
        String otherName,
        boolean open,
        Step step,
        DayParts dayParts,
        Instant since) {}
