package nl.koppelwerk.batch.nightly;

import nl.koppelwerk.domain.pairing.RunId;

/** How a nightly run ended. */
public sealed interface Night {
    /** The proposals of this run stand. */
    record Published(RunId run) implements Night {}

    /** There was a run already since the moment that was asked for; nothing was done. */
    record DoneAlready(RunId run) implements Night {}

    /** Another process is matching for this organisation at the moment; nothing was done. */
    record Busy() implements Night {}

    /**
     * The run did not come to its end; the proposals that stood before it still stand.
     *
     * @param failure the step and the kind of error, without persons
     */
    record Failed(RunId run, String failure) implements Night {}

    /** Somebody has cancelled it; the proposals that stood before it still stand. */
    record Cancelled(RunId run) implements Night {}
}
