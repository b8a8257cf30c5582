package nl.koppelwerk.ui.shell;

import nl.koppelwerk.data.account.Accounts.SecondStep;
import org.springframework.security.core.Authentication;

/** What is asked beside a password: a code of an app, a recovery code, or a passkey. */
public final class SecondFactor {
    /** Held by who has shown one. */
    public static final String AUTHORITY = "FACTOR_SECOND_STEP";

    private SecondFactor() {}

    /** Whether it is still to be shown before any other page opens. */
    public static boolean missing(Authentication shown) {
        return asked(shown) && shown.getAuthorities().stream().noneMatch(held -> AUTHORITY.equals(held.getAuthority()));
    }

    /** Whether it is asked of this person at all. */
    public static boolean asked(Authentication shown) {
        return shown.getPrincipal() instanceof Coordinator person && person.secondStep() != SecondStep.NOT_ASKED;
    }

    /** Where it is shown, or chosen by who has none yet. */
    public static String page(Coordinator person) {
        return person.secondStep() == SecondStep.ASKED ? "/login/second-step" : "/account/second-step";
    }
}
