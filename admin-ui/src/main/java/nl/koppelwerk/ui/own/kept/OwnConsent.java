package nl.koppelwerk.ui.own.kept;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.data.consent.Consent;
import nl.koppelwerk.ui.shell.OwnChoices;

/**
 * What a volunteer agreed to, as the own pages show it.
 *
 * @param organisation its name, which stands in the text
 */
public record OwnConsent(Optional<Consent> said, String organisation, Locale locale) {
    /** Whether the volunteer is asked: never said, said to an earlier text, or taken back. */
    public boolean due() {
        return said.filter(Consent::toCurrentText).isEmpty();
    }

    public boolean holds() {
        return said.filter(Consent::holds).isPresent();
    }

    public boolean withdrawn() {
        return said.isPresent() && !holds();
    }

    /** Which text to agree to. */
    public String current() {
        return Consent.CURRENT;
    }

    public String date(LocalDate date) {
        return new OwnChoices(locale).date(date);
    }
}
