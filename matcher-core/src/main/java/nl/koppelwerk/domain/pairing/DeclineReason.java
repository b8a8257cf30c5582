package nl.koppelwerk.domain.pairing;

import java.util.List;

/** Why a coordinator, or a volunteer who was asked, does not want a pairing. */
public enum DeclineReason {
    NO_CLICK_EXPECTED(true),
    KNOW_EACH_OTHER(true),
    FAMILY_SAYS_NO(true),
    VOLUNTEER_SAYS_NO(true),
    TOO_HEAVY(false),
    TIMES_DO_NOT_FIT(false),
    BETTER_ALTERNATIVE(false),
    NOT_NOW(false);

    /** The ones that a volunteer can give; the others are the family's or the coordinator's. */
    public static final List<DeclineReason> OF_VOLUNTEERS =
            List.of(TIMES_DO_NOT_FIT, NOT_NOW, TOO_HEAVY, NO_CLICK_EXPECTED, KNOW_EACH_OTHER, VOLUNTEER_SAYS_NO);

    private final boolean lasting;

    DeclineReason(boolean lasting) {
        this.lasting = lasting;
    }

    /** A pair declined for a lasting reason is never proposed again; for another, after a while. */
    public boolean lasting() {
        return lasting;
    }
}
