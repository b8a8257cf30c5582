package nl.koppelwerk.data.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.Gathered;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.format.WrongFileException;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.PostcodeTable;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.imports.row.Words;
import nl.koppelwerk.data.reference.PostcodeFile;
import nl.koppelwerk.domain.programme.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCityTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path folder = Path.of("");

    @Test
    void theCommittedSampleIsWhatTheGeneratorMakes() throws IOException {
        new SampleCity(SampleCity.SMALL, 1, DAY, PostcodeFile.packaged()).write(folder);

        for (String name : List.of(SampleCity.FAMILIES_FILE, SampleCity.VOLUNTEERS_FILE, SampleCity.POSTCODES_FILE)) {
            assertThat(folder.resolve(name))
                    .hasSameBinaryContentAs(Path.of("sample").resolve(name));
        }
    }

    @Test
    void anotherSeedMakesAnotherCity() throws IOException {
        new SampleCity(SampleCity.SMALL, 2, DAY, PostcodeFile.packaged()).write(folder);

        assertThat(Files.mismatch(
                        folder.resolve(SampleCity.FAMILIES_FILE), Path.of("sample", SampleCity.FAMILIES_FILE)))
                .isNotEqualTo(-1);
    }

    @Test
    void everyNeedIsAsCommonAsInTheMonitor() throws IOException, WrongFileException {
        Map<String, Set<Need>> needs = new HashMap<>();
        for (Row row : families(2_000, 11)) {
            Set<Need> ofFamily = needs.computeIfAbsent(row.cell(FamilyTable.REFERENCE), key -> new HashSet<>());
            for (String need : row.cell(FamilyTable.NEEDS).split(", ", -1)) {
                ofFamily.add(Words.NEED.find(need).orElseThrow());
            }
        }

        assertThat(needs).hasSize(2_000);
        for (String line : Files.readAllLines(Path.of("reference", "needs.csv"))) {
            String[] cells = line.split(",", -1);
            Need need = Words.NEED.find(cells[1]).orElse(Need.FINANCE);
            if (!cells[1].equals("need")) {
                assertThat(share(needs.values(), each -> each.contains(need)))
                        .as(cells[1])
                        .isCloseTo(Double.parseDouble(cells[2]), within(0.02));
            }
        }
        assertThat(needs.values().stream().mapToInt(Set::size).average().orElse(0))
                .isCloseTo(1010 / 213.0, within(0.05));
        assertThat(needs.values()).noneMatch(Set::isEmpty);
    }

    @Test
    void householdsChildrenAndLanguagesAreAsInTheMonitor() throws IOException, WrongFileException {
        Map<String, Row> families = new HashMap<>();
        families(2_000, 23).forEach(row -> families.put(row.cell(FamilyTable.REFERENCE), row));

        double single =
                share(families.values(), row -> row.cell(FamilyTable.HOUSEHOLD).equals("alleenstaande ouder"));
        double littleDutch =
                share(families.values(), row -> !row.cell(FamilyTable.LANGUAGES).matches(".*nld:[BC].*"));
        double children = families.values().stream()
                .mapToInt(row -> row.cell(FamilyTable.CHILDREN).split(" ", -1).length)
                .average()
                .orElse(0);
        assertThat(single).isCloseTo(0.69, within(0.01));
        assertThat(littleDutch).isCloseTo(1 / 3.0, within(0.01));
        assertThat(children).isCloseTo(466 / 213.0, within(0.02));
    }

    @Test
    void thereAreVolunteersEnoughAndSomeCannotBePaired() throws IOException, WrongFileException {
        new SampleCity(1_000, 3, DAY, PostcodeFile.packaged()).write(folder);
        List<Row> volunteers =
                Gathered.rowsOf(folder.resolve(SampleCity.VOLUNTEERS_FILE), List.of(VolunteerTable.SPEC));

        assertThat(volunteers).hasSize(1_150);
        assertThat(share(
                        volunteers, row -> row.cell(VolunteerTable.AVAILABILITY).isEmpty()))
                .isBetween(0.03, 0.07);
        assertThat(share(
                        volunteers,
                        row -> row.cell(VolunteerTable.SCREENED)
                                        .compareTo(DAY.minusYears(3).toString())
                                < 0))
                .isBetween(0.06, 0.12);
        for (String rare : SampleLanguages.rare()) {
            assertThat(volunteers)
                    .noneMatch(row -> row.cell(VolunteerTable.LANGUAGES).contains(rare));
        }
    }

    @Test
    void aLargerCityReachesFurther() throws IOException, WrongFileException {
        new SampleCity(900, 5, DAY, PostcodeFile.packaged()).write(folder);

        List<Row> places = Gathered.rowsOf(folder.resolve(SampleCity.POSTCODES_FILE), List.of(PostcodeTable.HEADED));

        assertThat(places).hasSize(90);
        assertThat(places)
                .extracting(row -> row.cell(PostcodeTable.MUNICIPALITY))
                .contains("Rotterdam", "Schiedam");
    }

    private List<Row> families(int number, long seed) throws IOException, WrongFileException {
        new SampleCity(number, seed, DAY, PostcodeFile.packaged()).write(folder);
        return Gathered.rowsOf(folder.resolve(SampleCity.FAMILIES_FILE), List.of(FamilyTable.SPEC));
    }

    private static <T> double share(Collection<T> all, Predicate<T> those) {
        return all.stream().filter(those).count() / (double) all.size();
    }

    /** Keeps the column constants in use honest: a sample row fills every required column. */
    @Test
    void everyRequiredColumnIsFilled() throws IOException, WrongFileException {
        for (Row row : families(213, 29)) {
            for (Column column : FamilyTable.SPEC.columns()) {
                assertThat(column.required() && row.cell(column).isEmpty())
                        .as(column.dutch())
                        .isFalse();
            }
        }
    }
}
