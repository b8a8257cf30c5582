package nl.koppelwerk.data.household;

import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.own.Edit;
import nl.koppelwerk.data.own.Sent;

/**
 * Changes as the page of a family sent them.
 *
 * @param from which page and its how-manieth change, to know one that comes once more or late; empty without script
 */
public record Changes(Optional<Sent.From> from, Map<Field, Edit> edits) {
    public Changes {
        edits = Map.copyOf(edits);
    }
}
