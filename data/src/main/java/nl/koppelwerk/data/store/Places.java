package nl.koppelwerk.data.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Postcodes with their towns and municipalities; public knowledge, shared by all organisations. */
public final class Places {
    private static final String COLUMNS = "postcode, latitude, longitude, town, municipality";

    private final JdbcClient jdbc;
    private final Bulk bulk;

    public Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.bulk = new Bulk(jdbc);
    }

    /** All of them by postcode. */
    public List<Place> list() {
        return jdbc.sql("select " + COLUMNS + " from place order by postcode")
                .query(Places::place)
                .list();
    }

    public List<Place> list(Collection<Postcode> postcodes) {
        return jdbc.sql("select " + COLUMNS + " from place where postcode = any(:postcodes) order by postcode")
                .param("postcodes", postcodes.stream().map(Postcode::digits).toArray(Integer[]::new))
                .query(Places::place)
                .list();
    }

    /** Those where families or volunteers of the organisation live, by postcode. */
    public List<Place> inhabited() {
        String sql = "select " + COLUMNS + """
                 from place p
                where exists (select from family f where f.postcode = p.postcode)
                   or exists (select from volunteer v where v.postcode = p.postcode)
                order by postcode
                """;
        return jdbc.sql(sql).query(Places::place).list();
    }

    /** @param places each postcode once */
    public Saved saveAll(Collection<Place> places) {
        String municipalities = """
                insert into municipality (name)
                select distinct municipality
                from jsonb_to_recordset(cast(:rows as jsonb)) as r(municipality text)
                on conflict (name) do nothing
                """;
        String upsert = """
                insert into place (postcode, latitude, longitude, town, municipality)
                select postcode, latitude, longitude, town, municipality
                from jsonb_populate_recordset(null::place, cast(:rows as jsonb))
                on conflict (postcode) do update
                set latitude = excluded.latitude, longitude = excluded.longitude, town = excluded.town,
                    municipality = excluded.municipality
                where (place.latitude, place.longitude, place.town, place.municipality)
                    is distinct from (excluded.latitude, excluded.longitude, excluded.town, excluded.municipality)
                returning postcode::text as reference, xmax = 0 as added
                """;
        bulk.write(places, Places::row, municipalities);
        return bulk.save(places, Places::row, upsert, "");
    }

    private static Map<String, @Nullable Object> row(Place place) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("postcode", place.postcode().digits());
        row.put("latitude", place.centre().latitude());
        row.put("longitude", place.centre().longitude());
        row.put("town", place.town());
        row.put("municipality", place.municipality());
        return row;
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                new Postcode(row.getInt("postcode")),
                new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                row.getString("town"),
                row.getString("municipality"));
    }
}
