package nl.koppelwerk.data.person;

import java.util.UUID;

/** What came of merging two records. */
public sealed interface Merge {
    /** They are one now. */
    record Merged(UUID into) implements Merge {}

    /** Nothing was merged. */
    record Refused(Reason reason) implements Merge {}

    /** Why two records cannot be merged. */
    enum Reason {
        /** One of them is not there, or was merged already. */
        GONE,
        SAME,
        /** Somebody changed one of them meanwhile. */
        OUTDATED,
        /** Both have a pairing under way on the same part of the week. */
        SAME_DAY_PART,
        /** One has a pairing under way with somebody whom the other must not be paired with. */
        BLOCKED,
        /** One is a buddy and the other a support family. */
        OTHER_KIND,
        /** What was chosen of the two does not go together. */
        DOES_NOT_FIT
    }
}
