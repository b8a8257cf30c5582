package nl.koppelwerk.data.view;

import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.SupportKind;

/**
 * A pairing in the list.
 *
 * @param since the day on which it came in its step
 * @param backOn the day of return while the help rests
 */
public record PairingLine(
        PairingId id,
        Step step,
        String family,
        String volunteer,
        SupportKind kind,
        String programme,
        LocalDate since,
        Optional<LocalDate> backOn) {}
