package nl.koppelwerk.data.own;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes as a page sent them.
 *
 * @param from which page and its how-manieth change, to know one that comes once more or late; empty without script
 */
public record Sent(Optional<From> from, Map<Field, Edit> edits) {
    /** @param number counts up with each change of the page, from 1 */
    public record From(UUID page, int number) {}

    public Sent {
        edits = Map.copyOf(edits);
    }
}
