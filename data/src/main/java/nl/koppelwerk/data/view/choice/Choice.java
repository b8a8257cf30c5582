package nl.koppelwerk.data.view.choice;

import java.util.UUID;
import nl.koppelwerk.domain.programme.SupportKind;

/**
 * Somebody to choose from a few that were found: a volunteer, or a family with the request that it makes.
 *
 * @param id of the volunteer or of the request
 */
public record Choice(UUID id, String reference, String name, int postcode, String town, SupportKind kind) {}
