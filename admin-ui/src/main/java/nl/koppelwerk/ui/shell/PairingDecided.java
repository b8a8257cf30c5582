package nl.koppelwerk.ui.shell;

import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * A coordinator has decided on a pairing, or taken a decision back. Told inside the transaction of the decision; what
 * others do with it belongs after that.
 */
public record PairingDecided(OrganisationId organisation, PairingId pairing) {}
