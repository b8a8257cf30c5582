package nl.koppelwerk.data.household;

import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * Whose page a link opens: that of a family, or of a registration that may become one.
 *
 * @param referrer the link is for who brought the family, and changes nothing
 */
public record Household(
        OrganisationId organisation, Optional<UUID> registration, Optional<UUID> family, boolean referrer) {
    public static Household of(OrganisationId organisation, FamilyId family) {
        return new Household(organisation, Optional.empty(), Optional.of(family.value()), false);
    }

    public static Household ofRegistration(OrganisationId organisation, UUID registration, boolean referrer) {
        return new Household(organisation, Optional.of(registration), Optional.empty(), referrer);
    }
}
