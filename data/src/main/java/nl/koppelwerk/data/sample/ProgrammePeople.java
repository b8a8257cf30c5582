package nl.koppelwerk.data.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.imports.row.Words;
import nl.koppelwerk.data.programme.ProgrammeFile;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import org.jspecify.annotations.Nullable;

/**
 * Made-up people of one programme, as its file asks: the families and volunteers of a sample city, moved into the programme's
 * area, target group, kinds of support and focus. The same file gives the same people.
 *
 * @param day the day on which people wait, certificates count and availability was confirmed
 * @param places the postcodes of its area
 */
public record ProgrammePeople(ProgrammeFile programme, LocalDate day, List<Place> places) {
    public ProgrammePeople {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("people of " + programme.code() + " need postcodes to live in");
        }
    }

    /** Writes families, volunteers and postcodes under the names of {@link SampleCity}, in place of such files. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        ProgrammeFile.Sample sample = programme.sample();
        CityMap map = CityMap.of(places, sample.families(), sample.seed());
        SampleCity.write(
                folder.resolve(SampleCity.FAMILIES_FILE),
                FamilyTable.SPEC,
                rows -> new SampleFamilies(sample.families(), sample.seed(), day, map)
                        .write(row -> rows.accept(family(row))));
        SampleCity.write(
                folder.resolve(SampleCity.VOLUNTEERS_FILE),
                VolunteerTable.SPEC,
                rows -> SampleVolunteers.exactly(sample.volunteers(), sample.seed(), day, map)
                        .write(row -> rows.accept(volunteer(row))));
        SampleCity.writePlaces(folder.resolve(SampleCity.POSTCODES_FILE), map.places());
    }

    private Map<Column, String> family(Map<Column, String> drawn) {
        Map<Column, String> row = new HashMap<>(drawn);
        row.put(FamilyTable.REFERENCE, own(drawn.get(FamilyTable.REFERENCE)));
        row.put(FamilyTable.REQUEST, own(drawn.get(FamilyTable.REQUEST)));
        row.put(FamilyTable.PROGRAMME, programme.code());
        row.put(FamilyTable.KIND, kind(drawn.getOrDefault(FamilyTable.KIND, "")));
        row.put(FamilyTable.NEEDS, needs(drawn.getOrDefault(FamilyTable.NEEDS, "")));
        programme
                .childAges()
                .ifPresent(ages ->
                        row.put(FamilyTable.CHILDREN, birthYears(drawn.getOrDefault(FamilyTable.CHILDREN, ""), ages)));
        if (programme.atSchool() && drawn.getOrDefault(FamilyTable.SCHOOL, "").isEmpty()) {
            Dice dice = new Dice(programme.sample().seed(), "school of " + drawn.get(FamilyTable.REFERENCE));
            row.put(FamilyTable.SCHOOL, SampleNames.school(dice));
        }
        return row;
    }

    private Map<Column, String> volunteer(Map<Column, String> drawn) {
        Map<Column, String> row = new HashMap<>(drawn);
        row.put(VolunteerTable.REFERENCE, own(drawn.get(VolunteerTable.REFERENCE)));
        row.put(VolunteerTable.PROGRAMMES, programme.code());
        row.put(VolunteerTable.KIND, kind(drawn.getOrDefault(VolunteerTable.KIND, "")));
        programme.capacity().familiesPerVolunteer().ifPresent(most -> {
            int drawnFamilies = Integer.parseInt(drawn.getOrDefault(VolunteerTable.FAMILIES, "1"));
            row.put(VolunteerTable.FAMILIES, Integer.toString(Math.min(most, drawnFamilies)));
        });
        return row;
    }

    /** Numbers of several programmes may not be the same. */
    private String own(@Nullable String number) {
        return programme.code() + "-" + number;
    }

    private String kind(String drawn) {
        SupportKind kind = Words.KIND.find(drawn).orElseThrow();
        SupportKind one = programme.kinds().contains(kind)
                ? kind
                : programme.kinds().stream().sorted().findFirst().orElseThrow();
        return Words.KIND.write(one);
    }

    /** At least one of the focus, beside what the family needs anyway. */
    private String needs(String drawn) {
        Set<Need> needs = Arrays.stream(drawn.split(","))
                .flatMap(word -> Words.NEED.find(word).stream())
                .collect(Collectors.toSet());
        if (!programme.focus().isEmpty() && needs.stream().noneMatch(programme.focus()::contains)) {
            needs.add(programme.focus().stream().sorted().findFirst().orElseThrow());
        }
        return SampleCity.needs(needs);
    }

    /** Ages outside the target group are moved into it, by the same step for each row of a family. */
    private String birthYears(String drawn, Audience.Ages ages) {
        return Arrays.stream(drawn.split(" "))
                .mapToInt(year -> day.getYear() - Integer.parseInt(year))
                .map(age -> ages.contain(age) ? age : ages.from() + age % (ages.to() - ages.from() + 1))
                .map(age -> day.getYear() - age)
                .sorted()
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }
}
