package nl.koppelwerk.data.seal;

import java.util.List;
import java.util.Optional;

/**
 * What came of recomputing the audit log of an organisation.
 *
 * @param from the place after which the chain counts; 0: from the first entry
 * @param until the place of the last sealed entry
 * @param checked entries that were recomputed
 * @param unsealed entries that wait for their place, which takes seconds while the server runs
 * @param disagreement the first one, if any
 * @param noted what the heads say of themselves that a reader should know: backups put back, entries let go
 * @param end the last head that was signed
 */
public record AuditCheck(
        long from,
        long until,
        long checked,
        long unsealed,
        Optional<Disagreement> disagreement,
        List<Head> noted,
        Optional<Head> end) {
    public AuditCheck {
        noted = List.copyOf(noted);
    }
}
