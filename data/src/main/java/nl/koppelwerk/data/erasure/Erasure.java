package nl.koppelwerk.data.erasure;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What came of erasing somebody, or would come of it. */
public sealed interface Erasure {
    /**
     * Nothing that tells who it was is left.
     *
     * @param gone how many of each kind went; kinds of which there were none are left out
     * @param stays how many of each kind stay, without the person
     */
    record Erased(Map<Gone, Long> gone, Map<Stays, Long> stays) implements Erasure {}

    /**
     * Nothing was erased.
     *
     * @param pairings that are to be ended first
     */
    record Refused(Reason reason, List<UUID> pairings) implements Erasure {
        Refused(Reason reason) {
            this(reason, List.of());
        }
    }

    /** Why somebody is not erased. */
    enum Reason {
        /** Not there, erased already, or merged into another record, which is the one to erase. */
        UNKNOWN,
        /** Somebody wrote down why the data must be kept for now. */
        HELD,
        /** A pairing is under way: ending it is a decision about two people. */
        UNDER_WAY
    }

    /** What goes. */
    enum Gone {
        RECORD,
        CHILDREN,
        REQUESTS,
        HISTORY,
        WORDS,
        REVIEW_WORDS,
        PROPOSALS,
        BLOCKS,
        WAYS_IN,
        ABSENCES,
        MAIL,
        REGISTRATIONS,
        IMPORTED_ROWS,
        PREVIEWS,
        CONSENT,
        BOTH_SIDES,
        REFERRALS,
        INTAKE,
        NIGHTS,
        FILES
    }

    /** What stays, and for whom nobody can say any more who it was. */
    enum Stays {
        /** That it ran, when, and its hours: for the accounts of the organisation (seven years, AWR article 52). */
        PAIRINGS,
        /** Euros of fixed reviews, which published reports were added up from. */
        REVIEWS,
        /** Who looked at or changed the record, by its number: to answer for that (GDPR, articles 5(2) and 32). */
        AUDIT,
        /** Runs with a snapshot from which the name was taken out, until that goes too. */
        NIGHTS
    }
}
