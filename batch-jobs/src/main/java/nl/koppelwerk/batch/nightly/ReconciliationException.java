package nl.koppelwerk.batch.nightly;

import nl.koppelwerk.domain.pairing.RunId;

/** What a run published is not what it says it published. */
final class ReconciliationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReconciliationException(RunId run, String difference) {
        super("run " + run.value() + ": " + difference);
    }
}
