package nl.koppelwerk.data.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.Rhythm;
import nl.koppelwerk.domain.programme.RuleSettings;

/**
 * A value of a programme that a file changes.
 *
 * @param place of the value in the file
 * @param before empty: it was not there
 * @param after empty: it is no longer there
 */
public record Difference(String place, Optional<String> before, Optional<String> after) {
    /** Between two files. */
    static List<Difference> between(String before, ProgrammeReading.Good after) {
        return between(
                ProgrammeReading.of("", before) instanceof ProgrammeReading.Good good ? good.values() : Map.of(),
                after.values());
    }

    /** Between a programme that was made without a file, as far as it says anything, and its first file. */
    static List<Difference> between(Programme before, Rhythm rhythm, ProgrammeReading.Good after) {
        return between(values(before, rhythm), after.values()).stream()
                .filter(difference -> difference.before.isPresent())
                .toList();
    }

    private static List<Difference> between(Map<String, String> before, Map<String, String> after) {
        Set<String> places = new LinkedHashSet<>(after.keySet());
        places.addAll(before.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String place : places) {
            if (!Objects.equals(before.get(place), after.get(place))) {
                differences.add(new Difference(
                        place, Optional.ofNullable(before.get(place)), Optional.ofNullable(after.get(place))));
            }
        }
        return differences;
    }

    private static Map<String, String> values(Programme programme, Rhythm rhythm) {
        RuleSettings rules = programme.rules();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("texts.nl.name", programme.name());
        values.put(
                "kinds",
                programme.kinds().stream().sorted().map(ProgrammeForm::name).collect(Collectors.joining(", ")));
        values.put("checkIns.trialWeeks", Integer.toString(rhythm.trialWeeks()));
        values.put(
                "checkIns.weeks", rhythm.weeks().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        values.put("checkIns.thenEvery", Integer.toString(rhythm.thenEvery()));
        values.put("capacity.introductionsPerWeek", Integer.toString(programme.introductionsPerWeek()));
        values.put("rules.maximumDistanceMetres", Integer.toString(rules.maximumDistanceMetres()));
        values.put("rules.languageLevel", rules.languageLevel().name());
        values.put("rules.screeningYears", Integer.toString(rules.screeningYears()));
        values.put("rules.unconfirmedDays", Integer.toString(rules.unconfirmedDays()));
        rules.weights().forEach((rule, weight) -> values.put("rules.weights." + rule, weight.toString()));
        return values;
    }
}
