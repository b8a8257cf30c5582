package nl.koppelwerk.data.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.TableSpec;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.PostcodeTable;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.imports.row.Words;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.Need;

/**
 * A made-up city: families with their requests, volunteers and the postcodes they live in, as three files that can be
 * imported into an organisation with the programmes {@link #BUDDIES} and {@link #SUPPORT_FAMILIES}.
 *
 * @param families how many, 1 or more; volunteers follow
 * @param seed another seed, another city
 * @param day the day on which people wait, certificates count and availability was confirmed
 * @param postcodes where they may live; the nearest to Rotterdam are used
 */
public record SampleCity(int families, long seed, LocalDate day, List<Place> postcodes) {
    /** Size of the Rotterdam monitor. */
    public static final int SMALL = 213;

    /** Code of the programme that pairs buddies. */
    public static final String BUDDIES = "MAATJE";

    /** Code of the programme that pairs support families. */
    public static final String SUPPORT_FAMILIES = "STEUN";

    /** The day of the sample that is kept with the software. */
    public static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    public static final String FAMILIES_FILE = "gezinnen.csv";
    public static final String VOLUNTEERS_FILE = "vrijwilligers.csv";
    public static final String POSTCODES_FILE = "postcodes.csv";

    public SampleCity {
        postcodes = List.copyOf(postcodes);
        if (families < 1 || postcodes.isEmpty()) {
            throw new IllegalArgumentException(
                    "a city needs families and postcodes, not " + families + " and " + postcodes.size());
        }
    }

    /** Writes the three files, in place of files with these names. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        CityMap map = CityMap.of(postcodes, families, seed);
        write(folder.resolve(FAMILIES_FILE), FamilyTable.SPEC, new SampleFamilies(families, seed, day, map)::write);
        write(
                folder.resolve(VOLUNTEERS_FILE),
                VolunteerTable.SPEC,
                new SampleVolunteers(families, seed, day, map)::write);
        writePlaces(folder.resolve(POSTCODES_FILE), map.places());
    }

    /** With semicolons and a mark of UTF-8 at the start: so a Dutch spreadsheet program opens it well. */
    static void write(Path file, TableSpec table, Consumer<Consumer<Map<Column, String>>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            List<String> headings = new java.util.ArrayList<>(
                    table.columns().stream().map(Column::dutch).toList());
            headings.set(0, "\uFEFF" + headings.getFirst());
            csv.writeRecord(headings);
            rows.accept(row -> csv.writeRecord(table.columns().stream()
                    .map(column -> row.getOrDefault(column, ""))
                    .toList()));
        }
    }

    static void writePlaces(Path file, List<Place> places) throws IOException {
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.writeRecord(List.of(
                    PostcodeTable.POSTCODE.dutch(),
                    PostcodeTable.LATITUDE.dutch(),
                    PostcodeTable.LONGITUDE.dutch(),
                    PostcodeTable.MUNICIPALITY.english(),
                    PostcodeTable.TOWN.english()));
            for (Place place : places) {
                csv.writeRecord(List.of(
                        place.postcode().toString(),
                        degrees(place.centre().latitude()),
                        degrees(place.centre().longitude()),
                        place.municipality(),
                        place.town()));
            }
        }
    }

    private static String degrees(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(7, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.setScale(Math.max(2, rounded.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    static String needs(Iterable<Need> needs) {
        return StreamSupport.stream(needs.spliterator(), false)
                .sorted()
                .map(Words.NEED::write)
                .collect(Collectors.joining(", "));
    }

    static String yesNo(boolean yes) {
        return yes ? "ja" : "nee";
    }
}
