package nl.koppelwerk.data.sample;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.domain.programme.SupportKind;

/** A made-up organisation with the two programmes that the sample files speak of. */
public final class SampleOrganisation {
    public static final String NAME = "Samen Sterk Rotterdam";

    /** More than any week holds: in a new organisation the number of introductions limits nothing. */
    private static final int INTRODUCTIONS_PER_WEEK = 10_000;

    private final Organisations organisations;
    private final Programmes programmes;
    private final OrganisationScope scope;

    public SampleOrganisation(Organisations organisations, Programmes programmes, OrganisationScope scope) {
        this.organisations = organisations;
        this.programmes = programmes;
        this.scope = scope;
    }

    /** Adds an organisation of this name with both programmes; one that is there is left as it is. */
    public OrganisationId found(String name) {
        return organisations.find(name).map(Organisations.Organisation::id).orElseGet(() -> add(name));
    }

    /** Adds an organisation of this name that has no programme yet; one that is there is left as it is. */
    public OrganisationId foundEmpty(String name) {
        return organisations.find(name).map(Organisations.Organisation::id).orElseGet(() -> {
            OrganisationId id = new OrganisationId(id("organisation/" + name));
            organisations.save(new Organisations.Organisation(id, name));
            return id;
        });
    }

    private OrganisationId add(String name) {
        OrganisationId id = foundEmpty(name);
        scope.inside(id, () -> {
            programmes.save(programme(id, SampleCity.BUDDIES, "Maatjes", SupportKind.BUDDY));
            programmes.save(programme(id, SampleCity.SUPPORT_FAMILIES, "Steungezinnen", SupportKind.SUPPORT_FAMILY));
        });
        return id;
    }

    private static Programme programme(OrganisationId organisation, String code, String name, SupportKind kind) {
        return new Programme(
                new ProgrammeId(id(organisation.value() + "/programme/" + code)),
                organisation,
                code,
                name,
                Set.of(kind),
                INTRODUCTIONS_PER_WEEK,
                RuleSettings.DEFAULT,
                Optional.empty());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
