package nl.koppelwerk.domain.pairing;

/** Why a coordinator does not want a proposed pairing. */
public enum DeclineReason {
    NO_CLICK_EXPECTED(true),
    KNOW_EACH_OTHER(true),
    FAMILY_SAYS_NO(true),
    VOLUNTEER_SAYS_NO(true),
    TOO_HEAVY(false),
    TIMES_DO_NOT_FIT(false),
    BETTER_ALTERNATIVE(false),
    NOT_NOW(false);

    private final boolean lasting;

    DeclineReason(boolean lasting) {
        this.lasting = lasting;
    }

    /** A pair declined for a lasting reason is never proposed again; for another, after a while. */
    public boolean lasting() {
        return lasting;
    }
}
