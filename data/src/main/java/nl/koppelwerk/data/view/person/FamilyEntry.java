package nl.koppelwerk.data.view.person;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.language.Languages;

/**
 * A family in a list.
 *
 * @param programmes codes of those that its requests are in
 * @param open requests that are not closed
 * @param paired pairings under way
 * @param formerly a number that the search found it by, because the family with that number was merged into it
 */
public record FamilyEntry(
        FamilyId id,
        String reference,
        String name,
        int postcode,
        String town,
        Languages languages,
        List<String> programmes,
        int open,
        int paired,
        Optional<String> formerly) {}
