package nl.koppelwerk.domain.family;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * A household that asks for support.
 *
 * @param reference the organisation's own number of the family; unique within the organisation
 * @param name what the coordinator calls the family
 * @param street only to keep streets apart, never shown with a proposal
 * @param school only to keep schools apart
 * @param pets whether there are pets at home
 * @param email where mail to the family goes; no rule reads it
 */
public record Family(
        FamilyId id,
        OrganisationId organisation,
        String reference,
        String name,
        Postcode postcode,
        Optional<String> street,
        Optional<String> school,
        Household household,
        List<Child> children,
        Languages languages,
        boolean pets,
        Optional<String> email) {
    public Family {
        children = List.copyOf(children);
        if (reference.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("family " + id + " needs a reference and a name");
        }
    }
}
