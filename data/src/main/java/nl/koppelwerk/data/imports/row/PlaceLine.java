package nl.koppelwerk.data.imports.row;

import static nl.koppelwerk.data.imports.row.PostcodeTable.*;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;

/**
 * One row of a postcode file. Several rows may be about one postcode, as in a file of six-sign postcodes.
 *
 * @param addresses false where there are only post-office boxes, as far as the file says
 */
public record PlaceLine(Place place, boolean addresses) {
    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}([.,][0-9]{1,20})?");
    private static final Coordinates STAND_IN = new Coordinates(52, 5);

    public static RowResult<PlaceLine> read(Row row) {
        Fields fields = new Fields(row, LocalDate.EPOCH);
        String municipality = fields.requiredText(MUNICIPALITY);
        Postcode postcode = postcode(row, fields);
        Coordinates centre = coordinates(row, fields);
        String town = fields.text(TOWN).orElse(municipality);
        Place place = new Place(postcode, centre, town, municipality);
        String content = row.heading().table().headed() ? row.cell(CONTENT) : "";
        return fields.problems().isEmpty()
                ? new RowResult.Good<>(new PlaceLine(place, content.isEmpty() || content.contains("Adres")))
                : new RowResult.Bad<>(fields.problems());
    }

    private static Postcode postcode(Row row, Fields fields) {
        String text = row.cell(POSTCODE);
        if (text.matches("[1-9][0-9]{3}\\s*([A-Za-z]{2})?")) {
            return new Postcode(Integer.parseInt(text.substring(0, 4)));
        }
        fields.problem(POSTCODE, text.isEmpty() ? "required" : "postcode-form");
        return new Postcode(1000);
    }

    private static Coordinates coordinates(Row row, Fields fields) {
        Optional<Double> latitude = degrees(row, fields, LATITUDE);
        Optional<Double> longitude = degrees(row, fields, LONGITUDE);
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return STAND_IN;
        }
        if (outside(latitude.get(), 50.7, 53.7)) {
            fields.problem(LATITUDE, "outside-netherlands");
            return STAND_IN;
        }
        if (outside(longitude.get(), 3.2, 7.3)) {
            fields.problem(LONGITUDE, "outside-netherlands");
            return STAND_IN;
        }
        return new Coordinates(latitude.get(), longitude.get());
    }

    private static Optional<Double> degrees(Row row, Fields fields, Column column) {
        String text = row.cell(column);
        if (!DEGREES.matcher(text).matches()) {
            fields.problem(column, text.isEmpty() ? "required" : "number-form");
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(text.replace(',', '.')));
    }

    private static boolean outside(double value, double least, double most) {
        return value < least || value > most;
    }
}
