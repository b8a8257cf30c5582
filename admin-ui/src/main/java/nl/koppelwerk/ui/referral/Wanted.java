package nl.koppelwerk.ui.referral;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.referral.Condition;
import nl.koppelwerk.referral.Service;

/**
 * Which services a reader looks for; what is empty asks nothing.
 *
 * @param text in the name, the provider or the description
 * @param area a municipality or town; services that name no area are everywhere
 * @param language services that name no language are for everybody
 */
record Wanted(String text, Optional<Need> need, String area, Optional<Language> language) {
    List<Service> of(List<Service> all) {
        return all.stream().filter(this::fits).toList();
    }

    private boolean fits(Service service) {
        return has(service.name() + ' ' + service.provider() + ' ' + service.description(), text)
                && need.map(service.needs()::contains).orElse(true)
                && service.conditions().stream().allMatch(this::fits);
    }

    private boolean fits(Condition condition) {
        return switch (condition) {
            case Condition.LivesIn where ->
                area.isEmpty() || where.names().stream().anyMatch(name -> has(name, area));
            case Condition.Speaks speaks ->
                language.map(speaks.languages()::contains).orElse(true);
            case Condition.Aged ages -> true;
            case Condition.ChildAtSchool school -> true;
            case Condition.SecondLanguage second -> true;
        };
    }

    private static boolean has(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /** Whether anything is left out. */
    public boolean any() {
        return !text.isEmpty() || need.isPresent() || !area.isEmpty() || language.isPresent();
    }
}
