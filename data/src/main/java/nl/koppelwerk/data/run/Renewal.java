package nl.koppelwerk.data.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.week.DayParts;

/**
 * What mending the plan changes about the proposals that stand.
 *
 * @param run whose proposals stand
 * @param account whose decision it follows; empty: nobody's
 * @param withdrawn as they were when the plan was mended
 */
public record Renewal(
        RunId run,
        Optional<UUID> account,
        List<Pairing> withdrawn,
        List<Moved> moved,
        List<Outcome.Proposal> added,
        List<Outcome.Unpaired> unpaired) {
    public Renewal {
        withdrawn = List.copyOf(withdrawn);
        moved = List.copyOf(moved);
        added = List.copyOf(added);
        unpaired = List.copyOf(unpaired);
    }

    /** A proposal that stays, on other day-parts. */
    public record Moved(Pairing proposal, DayParts dayParts) {}
}
