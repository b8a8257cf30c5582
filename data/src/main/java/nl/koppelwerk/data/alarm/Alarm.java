package nl.koppelwerk.data.alarm;

/**
 * Something at an organisation that goes on being wrong until a person sees to it.
 *
 * @param number what the kind counts
 */
public record Alarm(String organisation, Kind kind, long number) {
    /** In the order of what to see to first. */
    public enum Kind {
        /** The last run failed; its number. */
        RUN_FAILED,
        /** Families wait and no run was published for longer than a night and a morning; hours since the last one began. */
        RUN_LATE,
        /** The last plan may be much further from the best than those before it; open gap in hundredths of a percent. */
        GAP_GROWN,
        /** Mail was refused at least three times and is still waiting; how many. */
        MAIL_FAILING,
        /** More than a tenth of the active volunteers cannot be proposed, for want of a valid certificate; how many. */
        SCREENINGS_LAPSED,
        /** Lines of the audit log wait to be sealed for longer than it ever takes; how many. */
        LOG_NOT_SEALED
    }
}
