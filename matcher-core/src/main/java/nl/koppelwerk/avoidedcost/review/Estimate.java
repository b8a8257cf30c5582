package nl.koppelwerk.avoidedcost.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.avoidedcost.price.Product;

/**
 * An estimate that is complete. No lines means: reviewed, and nothing was avoided.
 *
 * @param estimatedBy the coordinator
 * @param estimatedWith who else: a professional, the parent; may be empty
 */
public record Estimate(Timelines timelines, List<CareLine> lines, String estimatedBy, List<String> estimatedWith) {
    private record Key(Product product, int year, Beneficiary beneficiary) {}

    public Estimate {
        lines = List.copyOf(lines);
        estimatedWith = List.copyOf(estimatedWith);
        if (!timelines.areComplete() || estimatedBy.isBlank()) {
            throw new IllegalArgumentException("an estimate needs its timelines in words and who made it");
        }
        Set<Key> seen = new HashSet<>();
        for (CareLine line : lines) {
            if (!seen.add(new Key(line.product(), line.year(), line.beneficiary()))) {
                throw new IllegalArgumentException("twice in one estimate: " + line.product() + " in " + line.year()
                        + " for child " + line.beneficiary().child());
            }
        }
    }

    public Estimate withLines(List<CareLine> changed) {
        return new Estimate(timelines, changed, estimatedBy, estimatedWith);
    }
}
