package nl.koppelwerk.bench.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.bench.attack.Deduction.Group;
import nl.koppelwerk.disclosure.Observation;
import nl.koppelwerk.disclosure.Release;
import nl.koppelwerk.disclosure.Selection;
import nl.koppelwerk.domain.family.FamilyId;

/**
 * Knows every figure of every release unrounded, the definitions, and how families come and go; tries to bound every
 * cell, every difference between publications and every crossing of two cells that is about fewer families than the
 * threshold. It reads sums as numbers of contributing families, which they tell only when all contribute the same.
 */
final class Attacker {
    private final List<Release> releases;
    private final int threshold;
    private final Kinds kinds;
    private final BitSet contributingKinds;
    private final Map<FamilyId, Integer> numbers = new LinkedHashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<String> breaches = new ArrayList<>();
    private int tried;

    Attacker(Municipality municipality, List<Release> releases, int threshold) {
        this.releases = releases;
        this.threshold = threshold;
        this.kinds = Kinds.of(municipality);
        this.contributingKinds = kinds.contributing();
        for (int publication = 0; publication < releases.size(); publication++) {
            for (Selection selection : releases.get(publication).tabulation().selections()) {
                cells.add(cell(publication, selection));
            }
        }
    }

    /** A sentence on each group under the threshold that is bounded to a width under it. */
    List<String> attack() {
        try (Deduction deduction = new Deduction(kinds.all().size())) {
            cells.stream().filter(this::isCountShown).forEach(cell -> know(deduction, cell));
            contributing(Municipality.FLAT, true).stream()
                    .filter(cell -> isSumShown(cell, Municipality.FLAT))
                    .forEach(cell -> know(deduction, cell));
            cells.forEach(this::tryGroup);
            tryDifferences();
            tryCrossings();
            contributing(Municipality.FLAT, true).forEach(this::tryGroup);
            contributing(Municipality.FLAT, false).forEach(this::tryIfAnybody);
            bound(deduction);
        }
        try (Deduction deduction = new Deduction(kinds.all().size())) {
            contributing(Municipality.EUROS, true).stream()
                    .filter(cell -> isSumShown(cell, Municipality.EUROS))
                    .forEach(cell -> know(deduction, cell));
            contributing(Municipality.EUROS, true).forEach(this::tryGroup);
            bound(deduction);
        }
        return breaches;
    }

    /** How many groups were small enough to be tried. */
    int tried() {
        return tried;
    }

    private Cell cell(int publication, Selection selection) {
        BitSet families = new BitSet();
        for (Observation family : releases.get(publication).tabulation().families()) {
            if (selection.matches(family.categories())) {
                families.set(numbers.computeIfAbsent(family.family(), _ -> numbers.size()));
            }
        }
        String name = publication + " " + selection.where();
        return new Cell(name, publication, selection, kinds.in(publication, selection), families);
    }

    private boolean isCountShown(Cell cell) {
        return releases.get(cell.publication()).count(cell.selection()).isPresent();
    }

    private boolean isSumShown(Cell cell, String measure) {
        return releases.get(cell.publication()).sum(measure, cell.selection()).isPresent();
    }

    private static void know(Deduction deduction, Cell cell) {
        deduction.know(cell.kinds().stream().toArray(), cell.size());
    }

    /** Who is in one publication and not in another, cell by cell. */
    private void tryDifferences() {
        for (Cell one : cells) {
            for (int publication = 0; publication < releases.size(); publication++) {
                Cell other = cell(publication, one.selection());
                tryIfAnybody(one.not(other.name(), other.kinds(), other.families()));
            }
        }
    }

    /** Who is in two cells of one publication, and who is in one of them only. */
    private void tryCrossings() {
        for (int at = 0; at < cells.size(); at++) {
            for (int with = 0; with < cells.size(); with++) {
                Cell one = cells.get(at);
                Cell other = cells.get(with);
                if (one.publication() == other.publication() && at != with) {
                    tryIfAnybody(one.not(other.name(), other.kinds(), other.families()));
                    if (at < with) {
                        tryIfAnybody(one.and(other.name(), other.kinds(), other.families()));
                    }
                }
            }
        }
    }

    /** For each cell of a publication with this measure, who contributes or who does not. */
    private List<Cell> contributing(String measure, boolean contributes) {
        List<Cell> parts = new ArrayList<>();
        for (int publication = 0; publication < releases.size(); publication++) {
            if (releases.get(publication).tabulation().measures().contains(measure)) {
                int of = publication;
                BitSet families = contributors(publication, measure);
                cells.stream()
                        .filter(cell -> cell.publication() == of)
                        .map(cell -> contributes
                                ? cell.and(measure, contributingKinds, families)
                                : cell.not(measure, contributingKinds, families))
                        .forEach(parts::add);
            }
        }
        return parts;
    }

    private BitSet contributors(int publication, String measure) {
        BitSet contributors = new BitSet();
        for (Observation family : releases.get(publication).tabulation().families()) {
            if (family.amount(measure) != 0) {
                contributors.set(numbers.computeIfAbsent(family.family(), _ -> numbers.size()));
            }
        }
        return contributors;
    }

    /** A difference or crossing without families finds nobody. */
    private void tryIfAnybody(Cell cell) {
        if (cell.size() > 0) {
            tryGroup(cell);
        }
    }

    private void tryGroup(Cell cell) {
        if (cell.size() < threshold && !cell.kinds().isEmpty()) {
            groups.add(new Group(cell.name(), cell.size(), cell.kinds().stream().toArray()));
        }
    }

    private void bound(Deduction deduction) {
        deduction.bound(groups, threshold);
        groups.stream()
                .filter(group -> group.isBoundedTo(threshold))
                .map(Group::toString)
                .forEach(breaches::add);
        tried += groups.size();
        groups.clear();
    }
}
