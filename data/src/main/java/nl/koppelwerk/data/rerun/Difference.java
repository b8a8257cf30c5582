package nl.koppelwerk.data.rerun;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A run beside a rerun of it.
 *
 * @param before what the run proposed
 * @param after what the rerun would propose
 */
public record Difference(Totals before, Totals after, List<Change> changes) {
    public Difference {
        changes = List.copyOf(changes);
    }

    /** Sums over proposals; means are 0 without any. */
    public record Totals(int proposals, int meanDistanceMetres, int meanFit) {}

    /** How a request fares. */
    public enum Kind {
        GAINS,
        LOSES,
        OTHER_VOLUNTEER,
        OTHER_TIMES
    }

    /**
     * One request for which something differs.
     *
     * @param reference of the request, as staff know it
     * @param programme its name
     */
    public record Change(
            Kind kind,
            String reference,
            String family,
            String programme,
            Optional<Side> before,
            Optional<Side> after) {}

    /** Who would come, from how far. */
    public record Side(String volunteer, String reference, int distanceMetres) {}

    public boolean isNone() {
        return changes.isEmpty();
    }

    /** The kinds of change that there are. */
    public List<Kind> kinds() {
        return Arrays.stream(Kind.values()).filter(kind -> count(kind) > 0).toList();
    }

    public long count(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
