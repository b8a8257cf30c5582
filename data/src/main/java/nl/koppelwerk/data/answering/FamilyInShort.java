package nl.koppelwerk.data.answering;

import java.util.List;
import java.util.Set;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;

/**
 * A family without name, address or school: enough to say yes or no to.
 *
 * @param ages of the children in whole years, youngest first
 * @param dayParts on which the two would meet
 * @param kilometres from the volunteer, rounded up
 */
public record FamilyInShort(
        SupportKind kind,
        Hours hoursPerWeek,
        DayParts dayParts,
        Set<Need> needs,
        List<Integer> ages,
        Languages languages,
        Wishes wishes,
        String town,
        int kilometres) {
    /** @param pets whether there are any in the family */
    public record Wishes(boolean womanOnly, boolean petsUnwelcome, boolean pets) {}

    public FamilyInShort {
        needs = Set.copyOf(needs);
        ages = List.copyOf(ages);
    }
}
