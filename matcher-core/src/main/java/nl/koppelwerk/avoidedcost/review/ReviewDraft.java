package nl.koppelwerk.avoidedcost.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.domain.pairing.PairingId;

/**
 * A case review that is not finished: it can be left and resumed, and it has no euros yet, because the calculation
 * takes a {@link CaseReview} only.
 *
 * @param started first day of the pairing
 * @param until day on which the pairing ended, or up to which it is reviewed while it runs
 * @param estimatedBy empty while not filled in
 */
public record ReviewDraft(
        PairingId pairing,
        LocalDate started,
        LocalDate until,
        Timelines timelines,
        List<CareLine> lines,
        String estimatedBy,
        List<String> estimatedWith) {
    /** What is still to be done. */
    public enum Missing {
        TIMELINES_IN_WORDS,
        WHO_ESTIMATED,
        LINES_TWICE,
        LINES_BEFORE_THE_START,
        END_BEFORE_START
    }

    /** What became of fixing the estimate. */
    public sealed interface Fixing {
        record Fixed(CaseReview review) implements Fixing {}

        /** @param missing one or more */
        record Unfinished(Set<Missing> missing) implements Fixing {
            public Unfinished {
                missing = Set.copyOf(missing);
            }
        }
    }

    public ReviewDraft {
        lines = List.copyOf(lines);
        estimatedWith = List.copyOf(estimatedWith);
    }

    /** Fixes the estimate; from then on euros are shown and changes need a reason. */
    public Fixing fix(Instant at) {
        Set<Missing> missing = missing();
        if (!missing.isEmpty()) {
            return new Fixing.Unfinished(missing);
        }
        Estimate estimate = new Estimate(timelines, lines, estimatedBy, estimatedWith);
        return new Fixing.Fixed(new CaseReview(pairing, started, until, estimate, at, List.of()));
    }

    public Set<Missing> missing() {
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        if (!timelines.areComplete()) {
            missing.add(Missing.TIMELINES_IN_WORDS);
        }
        if (estimatedBy.isBlank()) {
            missing.add(Missing.WHO_ESTIMATED);
        }
        if (until.isBefore(started)) {
            missing.add(Missing.END_BEFORE_START);
        }
        if (lines.stream().anyMatch(line -> line.year() < started.getYear())) {
            missing.add(Missing.LINES_BEFORE_THE_START);
        }
        Set<List<Object>> keys = new HashSet<>();
        if (lines.stream().anyMatch(line -> !keys.add(List.of(line.product(), line.year(), line.beneficiary())))) {
            missing.add(Missing.LINES_TWICE);
        }
        return missing;
    }
}
