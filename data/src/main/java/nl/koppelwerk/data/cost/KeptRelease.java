package nl.koppelwerk.data.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import nl.koppelwerk.disclosure.Dimension;
import nl.koppelwerk.disclosure.Observation;
import nl.koppelwerk.disclosure.Release;
import nl.koppelwerk.disclosure.Selection;
import nl.koppelwerk.disclosure.Tabulation;
import nl.koppelwerk.domain.family.FamilyId;
import tools.jackson.databind.json.JsonMapper;

/** A release as it is written down. */
record KeptRelease(
        String publication,
        List<Axis> axes,
        List<Seen> families,
        List<SortedMap<String, SortedSet<String>>> selections,
        List<String> measures,
        List<Shown> shown) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A dimension. */
    record Axis(String name, List<String> categories, boolean free) {}

    /** What was counted of a family. */
    record Seen(UUID family, Map<String, String> categories, Map<String, Long> amounts) {}

    /**
     * A figure that was shown.
     *
     * @param measure empty for the number of families
     */
    record Shown(String measure, SortedMap<String, SortedSet<String>> where, long value) {}

    static String write(Release release) {
        Tabulation made = release.tabulation();
        List<Shown> shown = new ArrayList<>();
        release.counts().forEach((selection, value) -> shown.add(new Shown("", selection.where(), value)));
        release.sums()
                .forEach((measure, values) ->
                        values.forEach((selection, value) -> shown.add(new Shown(measure, selection.where(), value))));
        return JSON.writeValueAsString(new KeptRelease(
                made.publication(),
                made.dimensions().stream()
                        .map(axis -> new Axis(axis.name(), axis.categories(), axis.free()))
                        .toList(),
                made.families().stream()
                        .map(family -> new Seen(family.family().value(), family.categories(), family.amounts()))
                        .toList(),
                made.selections().stream().map(Selection::where).toList(),
                made.measures(),
                shown));
    }

    static Release read(String json) {
        return JSON.readValue(json, KeptRelease.class).release();
    }

    private Release release() {
        Tabulation tabulation = new Tabulation(
                publication,
                axes.stream()
                        .map(axis -> new Dimension(axis.name(), axis.categories(), axis.free()))
                        .toList(),
                families.stream()
                        .map(seen -> new Observation(new FamilyId(seen.family()), seen.categories(), seen.amounts()))
                        .toList(),
                selections.stream().map(Selection::new).toList(),
                measures);
        Map<Selection, Long> counts = new LinkedHashMap<>();
        Map<String, Map<Selection, Long>> sums = new TreeMap<>();
        for (Shown one : shown) {
            Map<Selection, Long> of =
                    one.measure().isEmpty() ? counts : sums.computeIfAbsent(one.measure(), _ -> new LinkedHashMap<>());
            of.put(new Selection(one.where()), one.value());
        }
        return new Release(tabulation, counts, sums);
    }
}
