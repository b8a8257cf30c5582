package nl.koppelwerk.data.view;

import java.time.LocalDate;
import nl.koppelwerk.domain.pairing.PairingId;

/**
 * A volunteer who is held for a family.
 *
 * @param until first day on which the volunteer is free again
 * @param by name of the coordinator who holds
 */
public record HeldLine(PairingId id, String family, String volunteer, LocalDate until, String by) {}
