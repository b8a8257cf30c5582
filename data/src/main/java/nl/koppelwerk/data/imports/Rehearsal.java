package nl.koppelwerk.data.imports;

import java.util.List;
import nl.koppelwerk.data.history.Change;

/**
 * What importing a file changes.
 *
 * @param changes the first of them; in full they are in the file
 * @param fingerprint of all changes and refusals: the same import of the same data has the same
 */
public record Rehearsal(ImportOutcome.Imported outcome, List<Change> changes, String fingerprint) {
    static final int MOST_CHANGES = 500;

    public Rehearsal {
        changes = List.copyOf(changes);
    }
}
