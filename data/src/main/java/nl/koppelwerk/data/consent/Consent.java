package nl.koppelwerk.data.consent;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody agreed to.
 *
 * @param language of the page that showed the text; empty: told by word of mouth
 * @param account who took the registration over or wrote it down; empty: the person
 * @param withdrawnOn empty: it holds
 */
public record Consent(
        String version,
        Optional<String> language,
        LocalDate givenOn,
        Way way,
        Optional<String> account,
        Optional<LocalDate> withdrawnOn) {
    /** Which text people agree to from now on; another text gets another version, and everybody is asked again. */
    public static final String CURRENT = "2026-11";

    /** How somebody agreed. */
    public enum Way {
        SIGN_UP,
        OWN_PAGE,
        ORAL
    }

    public boolean holds() {
        return withdrawnOn.isEmpty();
    }

    public boolean toCurrentText() {
        return holds() && version.equals(CURRENT);
    }
}
