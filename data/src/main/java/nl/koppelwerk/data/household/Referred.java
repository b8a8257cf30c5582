package nl.koppelwerk.data.household;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import nl.koppelwerk.referral.NextStep;

/**
 * A service that the family is being helped to, as its own page says it: nobody by name.
 *
 * @param provider who offers it; empty: not known
 * @param step what comes next; empty: the family has arrived
 */
public record Referred(
        String service,
        String provider,
        Optional<NextStep.Kind> step,
        Optional<LocalDate> due,
        Optional<LocalTime> at) {}
