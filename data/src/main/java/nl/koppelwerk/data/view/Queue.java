package nl.koppelwerk.data.view;

import java.util.Optional;
import nl.koppelwerk.domain.pairing.PairingId;

/**
 * Where a proposal stands among those to decide on.
 *
 * @param place counted from 1; 0 for one that is held and so stands outside the row
 * @param total proposals to decide on
 */
public record Queue(int place, int total, Optional<PairingId> previous, Optional<PairingId> next) {}
