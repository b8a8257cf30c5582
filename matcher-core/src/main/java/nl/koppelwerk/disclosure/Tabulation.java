package nl.koppelwerk.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.domain.family.FamilyId;

/**
 * All that someone would like to publish at once about one municipality.
 *
 * @param publication name of the publication, unique for the municipality: period and version
 * @param families one observation a family
 * @param selections cells, margins and totals of all tables
 * @param measures what is summed for each selection beside the number of families
 */
public record Tabulation(
        String publication,
        List<Dimension> dimensions,
        List<Observation> families,
        List<Selection> selections,
        List<String> measures) {
    public Tabulation {
        dimensions = List.copyOf(dimensions);
        families = List.copyOf(families);
        selections = List.copyOf(new LinkedHashSet<>(selections));
        measures = List.copyOf(measures);
        Set<FamilyId> seen = new HashSet<>();
        for (Observation family : families) {
            if (!seen.add(family.family())) {
                throw new IllegalArgumentException("family " + family.family().value() + " is twice in " + publication);
            }
        }
    }

    /** The selections of a table of one or two dimensions, with margins and grand total. */
    public static List<Selection> table(Dimension... dimensions) {
        List<Selection> selections = new ArrayList<>(List.of(Selection.EVERYBODY));
        for (Dimension dimension : dimensions) {
            for (Selection selection : List.copyOf(selections)) {
                dimension.categories().forEach(category -> selections.add(selection.and(dimension.name(), category)));
            }
        }
        return selections;
    }
}
