package nl.koppelwerk.domain.pairing;

/** Why a pairing ended. */
public enum EndReason {
    NO_LONGER_NEEDED(false),
    AGREED_TIME_OVER(false),
    OTHER_HELP(false),
    FAMILY_SAYS_NO(true),
    VOLUNTEER_SAYS_NO(true),
    NO_CLICK(true),
    TOO_HEAVY(true),
    TRUST_BROKEN(true),
    TIMES_DO_NOT_FIT(false),
    FAMILY_MOVED(false),
    VOLUNTEER_STOPS(false),
    ILLNESS(false),
    NO_CONTACT(false),
    OTHER_REASON(false);

    private final boolean lasting;

    EndReason(boolean lasting) {
        this.lasting = lasting;
    }

    /** A pair that ended for a lasting reason is never proposed again; for another, after a while. */
    public boolean lasting() {
        return lasting;
    }
}
