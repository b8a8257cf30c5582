package nl.koppelwerk.data.seal;

import java.util.Optional;

/**
 * The first place where the audit log is not what was sealed and signed.
 *
 * @param place in the chain; of the file of heads, the number of the line
 * @param number of the entry that stands there, when one does
 */
public record Disagreement(Kind kind, long place, Optional<Long> number) {
    /** What is wrong there. */
    public enum Kind {
        /** The entry says something else than when it was sealed. */
        CHANGED,
        /** The entry is not there any more. */
        REMOVED,
        /** The entry was put between others afterwards. */
        INSERTED,
        /** The entry stood elsewhere. */
        REORDERED,
        /** The log ends before the place that was signed: its end was cut off. */
        CUT,
        /** The chain is whole in itself, and another one than was signed: it was written anew. */
        REWRITTEN,
        /** The file of heads ends before the log: its last lines were taken, or the program died just before writing one. */
        HEADS_CUT,
        /** A line of the file of heads is not as it was signed, or one before it went. */
        HEADS_CHANGED,
        /** A line of the file of heads was signed with another key. */
        WRONG_KEY,
        /** Entries are sealed and there is no file of heads to hold them against. */
        HEADS_MISSING
    }

    static Disagreement at(Kind kind, long place) {
        return new Disagreement(kind, place, Optional.empty());
    }
}
