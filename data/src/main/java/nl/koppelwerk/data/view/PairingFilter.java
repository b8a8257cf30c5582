package nl.koppelwerk.data.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;

/**
 * Which pairings a coordinator wants to see.
 *
 * @param step empty: every step but the end
 * @param programme id of one programme
 * @param among only these; empty: all
 */
public record PairingFilter(Optional<Step> step, Optional<UUID> programme, Optional<List<PairingId>> among) {
    public PairingFilter {
        among = among.map(List::copyOf);
    }

    public static final PairingFilter CURRENT = new PairingFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
