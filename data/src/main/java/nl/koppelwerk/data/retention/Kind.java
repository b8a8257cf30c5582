package nl.koppelwerk.data.retention;

/**
 * What has a term. The law names no number for most of these (GDPR, article 5(1)(e): no longer than needed); where it or the
 * Dutch supervisor names one, it is said here.
 */
public enum Kind {
    /** Mail that went out: long enough to answer "did I get it?". */
    SENT_MAIL(90),
    /** Rows that an import refused, and previews: long enough to mend the file. */
    IMPORTS(90),
    /** Of who was taken over: the record says it all by then. Declined ones go after a month, see Registrations. */
    REGISTRATIONS(365),
    /** Who changed what of a record. */
    HISTORY(730),
    /** What nights were decided on; their figures stay. */
    SNAPSHOTS(365),
    /** Where a family was referred to, so long after that ended. */
    REFERRALS(365),
    /** Erased so long after they stopped: what the supervisor takes for the file of who worked somewhere. */
    VOLUNTEERS(730),
    /** Erased so long after the last request was closed and the last pairing ended. */
    FAMILIES(730),
    /** Who saw and changed what: as long as NEN 7513 asks of care for the same kind of log. */
    AUDIT(1826);

    private final int days;

    Kind(int days) {
        this.days = days;
    }

    /** Where the organisation says nothing else. */
    public int days() {
        return days;
    }
}
