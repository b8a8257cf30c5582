package nl.koppelwerk.avoidedcost.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.domain.pairing.PairingId;

/**
 * A case review whose estimate is fixed. What was estimated before a change stays on record with the reason, because
 * whoever sees euros may be tempted to change the estimate.
 *
 * @param started first day of the pairing
 * @param until day on which the pairing ended, or up to which it is reviewed while it runs; not counted itself
 * @param estimate what counts now
 * @param earlier estimates that were changed, oldest first
 */
public record CaseReview(
        PairingId pairing,
        LocalDate started,
        LocalDate until,
        Estimate estimate,
        Instant fixedAt,
        List<Revision> earlier) {
    /** An estimate that no longer counts. */
    public record Revision(Estimate replaced, Instant fixedAt, Instant replacedAt, String by, String reason) {}

    public CaseReview {
        earlier = List.copyOf(earlier);
        boolean tooEarly = estimate.lines().stream().anyMatch(line -> line.year() < started.getYear());
        if (until.isBefore(started) || tooEarly) {
            throw new IllegalArgumentException(
                    "review of pairing " + pairing.value() + " from " + started + " until " + until + ": years "
                            + estimate.lines().stream().map(CareLine::year).toList());
        }
    }

    /** A change after the estimate was fixed; without a reason it is refused with an exception. */
    public CaseReview revise(Estimate changed, String by, String reason, Instant at) {
        if (reason.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("a change of the review of " + pairing.value() + " needs a reason");
        }
        List<Revision> history = new ArrayList<>(earlier);
        history.add(new Revision(estimate, fixedAt, at, by, reason));
        return new CaseReview(pairing, started, until, changed, at, history);
    }

    public CaseReview withLines(List<CareLine> lines) {
        return new CaseReview(pairing, started, until, estimate.withLines(lines), fixedAt, earlier);
    }
}
