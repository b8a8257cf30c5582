package nl.koppelwerk.data.signup;

import java.util.Optional;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * An organisation where people can sign up.
 *
 * @param shortName stands in the address of its public pages
 * @param phone for people who would rather call
 */
public record OpenOrganisation(OrganisationId id, String name, String shortName, Optional<String> phone) {}
