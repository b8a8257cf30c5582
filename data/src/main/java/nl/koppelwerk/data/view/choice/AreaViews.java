package nl.koppelwerk.data.view.choice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies around a place; public knowledge, of no organisation. */
public final class AreaViews {
    private final JdbcClient jdbc;

    public AreaViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Place> find(Postcode postcode) {
        String sql = """
                select postcode, latitude, longitude, town, municipality
                from place
                where postcode = :postcode
                """;
        return jdbc.sql(sql)
                .param("postcode", postcode.digits())
                .query(AreaViews::place)
                .optional();
    }

    /**
     * The places around a point, nearest first.
     *
     * @param degreesNorth how far to look to north and south
     * @param degreesEast how far to look to east and west
     */
    public List<Place> around(Coordinates centre, double degreesNorth, double degreesEast, int most) {
        String sql = """
                select postcode, latitude, longitude, town, municipality
                from place
                where abs(latitude - :north) <= :height and abs(longitude - :east) <= :width
                order by ((latitude - :north) / :height) ^ 2 + ((longitude - :east) / :width) ^ 2, postcode
                limit :most
                """;
        return jdbc.sql(sql)
                .param("north", centre.latitude())
                .param("east", centre.longitude())
                .param("height", degreesNorth)
                .param("width", degreesEast)
                .param("most", most)
                .query(AreaViews::place)
                .list();
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                new Postcode(row.getInt("postcode")),
                new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                row.getString("town"),
                row.getString("municipality"));
    }
}
