package nl.koppelwerk.data.imports.row;

import java.util.List;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.TableSpec;

/**
 * The three kinds of postcode file: with headings (a plain file, or one such as 4pp.csv with more columns), and the file
 * {@code NL.txt} of GeoNames, which has none.
 */
public final class PostcodeTable {
    public static final Column POSTCODE = Column.required("postcode", "postal_code", "pc4");
    public static final Column LATITUDE = Column.required("latitude", "breedtegraad", "lat");
    public static final Column LONGITUDE = Column.required("longitude", "lengtegraad", "lon", "lng");
    public static final Column MUNICIPALITY = Column.required("gemeente", "municipality");
    public static final Column TOWN = Column.optional("woonplaats", "town", "plaats", "place");

    /** What is at the postcode, in 4pp.csv: {@code Adres}, {@code Postbus}, {@code Adres + Postbus}. */
    public static final Column CONTENT = Column.optional("soort", "kind");

    public static final TableSpec HEADED =
            new TableSpec("postcodes", List.of(POSTCODE, LATITUDE, LONGITUDE, MUNICIPALITY, TOWN, CONTENT), true);

    /** Country, postcode, place, three levels of region with their codes, coordinates, accuracy. */
    public static final TableSpec GEONAMES = new TableSpec(
            "postcodes",
            List.of(
                    Column.required("land", "country"),
                    POSTCODE,
                    TOWN,
                    Column.required("provincie", "admin_name1"),
                    Column.required("provinciecode", "admin_code1"),
                    MUNICIPALITY,
                    Column.required("gemeentecode", "admin_code2"),
                    Column.required("wijk", "admin_name3"),
                    Column.required("wijkcode", "admin_code3"),
                    LATITUDE,
                    LONGITUDE,
                    Column.required("nauwkeurigheid", "accuracy")),
            false);

    private PostcodeTable() {}
}
