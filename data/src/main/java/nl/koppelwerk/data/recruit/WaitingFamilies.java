package nl.koppelwerk.data.recruit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.recruit.flyer.WaitingFamily;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Families that wait for somebody, as flyers count them: as they are now and as far as the reader sees them. Works inside an
 * {@link nl.koppelwerk.data.database.OrganisationScope}.
 */
public final class WaitingFamilies {
    private final JdbcClient jdbc;

    public WaitingFamilies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<WaitingFamily> list() {
        String sql = """
                select a.postcode, a.latitude, a.longitude, a.town, a.municipality, f.languages,
                       array_agg(distinct q.kind::text) as kinds, bit_or(q.day_parts::integer) as day_parts
                from family f
                join place a on a.postcode = f.postcode
                join support_request q on q.organisation = f.organisation and q.family = f.id
                where f.merged_into is null and q.closed_on is null
                  and not exists (select from pairing k
                                  where k.organisation = q.organisation and k.request = q.id
                                    and k.step not in ('PROPOSED', 'ENDED'))
                group by f.organisation, f.id, a.postcode
                order by f.id
                """;
        return jdbc.sql(sql).query(WaitingFamilies::family).list();
    }

    private static WaitingFamily family(ResultSet row, int number) throws SQLException {
        Place place = new Place(
                new Postcode(row.getInt("postcode")),
                new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                row.getString("town"),
                row.getString("municipality"));
        Object[] kinds = (Object[]) row.getArray("kinds").getArray();
        return new WaitingFamily(
                place,
                Languages.parse(row.getString("languages")),
                Arrays.stream(kinds)
                        .map(Object::toString)
                        .map(SupportKind::valueOf)
                        .collect(Collectors.toSet()),
                new DayParts(row.getInt("day_parts")));
    }
}
