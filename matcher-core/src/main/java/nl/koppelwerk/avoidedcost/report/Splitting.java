package nl.koppelwerk.avoidedcost.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.koppelwerk.disclosure.Threshold;
import nl.koppelwerk.domain.family.FamilyId;

/**
 * Divides a sum over families into parts of which none is about too few of them: small parts go together, the smallest
 * first. So a part that is shown never leaves another to be computed from the whole.
 */
final class Splitting {
    private final Threshold threshold;

    Splitting(Threshold threshold) {
        this.threshold = threshold;
    }

    /**
     * Finds the parts.
     *
     * @param amounts name of a part to the amounts of families in it, zero left out
     * @return groups of names that may be shown together; one: the sum may not be divided
     */
    List<List<String>> groups(Map<String, Map<FamilyId, Long>> amounts) {
        List<Group> groups = new ArrayList<>();
        new TreeMap<>(amounts).forEach((name, byFamily) -> {
            if (!byFamily.isEmpty()) {
                groups.add(new Group(new TreeSet<>(List.of(name)), byFamily));
            }
        });
        while (groups.size() > 1) {
            groups.sort(Comparator.comparingInt(Group::families).thenComparing(group -> group.names.first()));
            Group first =
                    groups.stream().filter(group -> !shows(group)).findFirst().orElse(null);
            if (first == null) {
                break;
            }
            groups.remove(first);
            groups.add(groups.removeFirst().and(first));
        }
        return groups.stream()
                .sorted(Comparator.comparing(group -> group.names.first()))
                .map(group -> List.copyOf(group.names))
                .toList();
    }

    private boolean shows(Group group) {
        long whole = group.amounts.values().stream().mapToLong(Math::abs).sum();
        long largest =
                group.amounts.values().stream().mapToLong(Math::abs).max().orElse(0);
        return group.families() >= threshold.families() && largest * 100 <= whole * threshold.largestSharePercent();
    }

    private record Group(TreeSet<String> names, Map<FamilyId, Long> amounts) {
        int families() {
            return amounts.size();
        }

        Group and(Group other) {
            TreeSet<String> both = new TreeSet<>(names);
            both.addAll(other.names);
            Map<FamilyId, Long> sums = new java.util.HashMap<>(amounts);
            other.amounts.forEach((family, amount) -> sums.merge(family, amount, Math::addExact));
            sums.values().removeIf(sum -> sum == 0);
            return new Group(both, sums);
        }
    }
}
