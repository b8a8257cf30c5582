package nl.koppelwerk.recruit.flyer;

import java.util.Set;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;

/** What is counted of a family that waits for somebody. */
public record WaitingFamily(Place place, Languages languages, Set<SupportKind> kinds, DayParts dayParts) {
    public WaitingFamily {
        kinds = Set.copyOf(kinds);
    }

    /** Whether a volunteer is asked for who speaks this: the family does, and does not get far in Dutch. */
    boolean asksFor(Language language) {
        boolean dutch = languages
                .level(Language.DUTCH)
                .filter(level -> level.atLeast(Level.B1))
                .isPresent();
        return !dutch
                && !language.equals(Language.DUTCH)
                && languages
                        .level(language)
                        .filter(level -> level.atLeast(Level.A2))
                        .isPresent();
    }
}
