package nl.koppelwerk.avoidedcost.calculation;

import java.util.List;
import java.util.stream.IntStream;
import nl.koppelwerk.avoidedcost.price.PairingCost;
import nl.koppelwerk.avoidedcost.review.CaseReview;
import nl.koppelwerk.domain.programme.ProgrammeId;

/** A pairing whose review is fixed, with its cost by year. */
public record ReviewedPairing(ProgrammeId programme, CaseReview review, List<PairingCost> costs) {
    public ReviewedPairing {
        costs = List.copyOf(costs);
        if (costs.stream().anyMatch(cost -> cost.year() < review.started().getYear())) {
            throw new IllegalArgumentException(
                    "cost of pairing " + review.pairing().value() + " before its start");
        }
    }

    public int firstYear() {
        return review.started().getYear();
    }

    /** Years in which the pairing ran, of which no cost is known; to count them as free would be too good. */
    public IntStream yearsWithoutCost() {
        return IntStream.rangeClosed(firstYear(), review.until().minusDays(1).getYear())
                .filter(year -> costs.stream().noneMatch(cost -> cost.year() == year));
    }
}
