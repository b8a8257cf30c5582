package nl.koppelwerk.data.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.domain.family.Child;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.volunteer.Volunteer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records that may be of the same family or volunteer: the same name, or a name that is almost the same together with
 * something else that is. Names are compared without accents, capitals and the word for family.
 */
public final class Duplicates {
    /** Families and volunteers in the columns that both have. */
    private static final Map<Boolean, String> SOURCE = Map.of(true, """
                    select f.organisation, f.id, f.reference, f.name, f.postcode, f.street, f.languages::text as languages,
                           coalesce((select string_agg(c.birth_year::text, ' ' order by c.birth_year) from child c
                                     where c.organisation = f.organisation and c.family = f.id), '') as birth_years,
                           f.email
                    from family f where f.merged_into is null
                    """, false, """
                    select v.organisation, v.id, v.reference, v.name, v.postcode, v.street, v.languages::text as languages,
                           '' as birth_years, v.email
                    from volunteer v where v.merged_into is null
                    """);

    private static final String PLAIN = """
            select s.*, a.town,
                   regexp_replace(lower(unaccent(s.name)), '\\m(gezin|familie|fam|family)\\M\\.? *', '', 'g') as plain
            from source s join place a on a.postcode = s.postcode
            """;

    private static final String ALIKE = """
            (b.plain = a.plain
             or lower(b.email) = lower(a.email)
             or b.postcode = a.postcode and similarity(b.plain, a.plain) >= 0.5
                and (b.birth_years = a.birth_years or b.street = a.street or b.languages = a.languages)
             or b.birth_years <> '' and b.birth_years = a.birth_years and similarity(b.plain, a.plain) >= 0.6)
            """;

    private static final String SELECT = """
            select a.id, a.reference, a.name, a.postcode, a.town, b.id as other_id, b.reference as other_reference,
                   b.name as other_name, b.postcode as other_postcode, b.town as other_town,
                   b.plain = a.plain as same_name, b.postcode = a.postcode as same_postcode,
                   coalesce(b.street = a.street, false) as same_street,
                   b.birth_years <> '' and b.birth_years = a.birth_years as same_birth_years,
                   b.languages = a.languages as same_languages,
                   coalesce(lower(b.email) = lower(a.email), false) as same_email
            """;

    private final JdbcClient jdbc;

    public Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Families there are that look like one that is to be added. */
    public List<Likeness> of(Family family) {
        return like(
                true,
                new Sought(
                        family.reference(),
                        family.name(),
                        family.postcode().digits(),
                        family.street(),
                        family.languages().toString(),
                        family.children().stream()
                                .map(Child::birthYear)
                                .sorted()
                                .toList(),
                        family.email()));
    }

    /** Volunteers there are that look like one that is to be added. */
    public List<Likeness> of(Volunteer volunteer) {
        return like(
                false,
                new Sought(
                        volunteer.reference(),
                        volunteer.name(),
                        volunteer.postcode().digits(),
                        volunteer.street(),
                        volunteer.languages().toString(),
                        List.of(),
                        volunteer.email()));
    }

    private record Sought(
            String reference,
            String name,
            int postcode,
            Optional<String> street,
            String languages,
            List<Integer> birthYears,
            Optional<String> email) {}

    private List<Likeness> like(boolean families, Sought sought) {
        String sql = "with source as (" + SOURCE.get(families) + "), plain as materialized (" + PLAIN + """
                ), sought as (
                    select cast('00000000-0000-0000-0000-000000000000' as uuid) as id, :reference as reference,
                           :name as name, cast(:postcode as smallint) as postcode, cast(:street as text) as street,
                           :languages as languages, :birthYears as birth_years, cast(:email as text) as email, '' as town,
                           regexp_replace(lower(unaccent(:name)), '\\m(gezin|familie|fam|family)\\M\\.? *', '', 'g')
                               as plain)
                """ + SELECT
                + "from plain a join sought b on " + ALIKE
                + " order by same_name desc, same_postcode desc, a.reference limit 5";
        return jdbc.sql(sql)
                .param("reference", sought.reference())
                .param("name", sought.name())
                .param("postcode", sought.postcode())
                .param("street", sought.street().orElse(null), java.sql.Types.VARCHAR)
                .param("languages", sought.languages())
                .param("email", sought.email().orElse(null), java.sql.Types.VARCHAR)
                .param(
                        "birthYears",
                        String.join(
                                " ",
                                sought.birthYears().stream()
                                        .map(Object::toString)
                                        .toList()))
                .query((row, number) -> likeness(row))
                .list();
    }

    /** Pairs of families, or of volunteers, that look alike and that nobody has said are different. */
    public List<Likeness> list(boolean families, int most) {
        String sql =
                "with source as (" + SOURCE.get(families) + "), plain as materialized (" + PLAIN + """
                ), pair as (
                    select a.id as a, b.id as b from plain a join plain b on b.plain = a.plain and b.reference > a.reference
                    union
                    select a.id, b.id from plain a join plain b on lower(b.email) = lower(a.email) and b.reference > a.reference
                    union
                    select a.id, b.id
                    from plain a join plain b on b.postcode = a.postcode and left(b.plain, 1) = left(a.plain, 1)
                                             and b.reference > a.reference
                    where (b.birth_years = a.birth_years or b.street = a.street or b.languages = a.languages)
                      and similarity(b.plain, a.plain) >= 0.5)
                """ + SELECT + """
                from pair p
                join plain a on a.id = p.a
                join plain b on b.id = p.b
                where a.reference < b.reference
                  and not exists (select from not_the_same n
                                  where n.one = least(a.id, b.id) and n.other = greatest(a.id, b.id))
                order by (b.plain = a.plain)::int + (b.postcode = a.postcode)::int + (b.birth_years = a.birth_years)::int
                         + coalesce((b.street = a.street)::int, 0) desc, a.reference, b.reference
                limit :most
                """;
        nestedLoops(false);
        List<Likeness> alike = jdbc.sql(sql)
                .param("most", most)
                .query((row, number) -> likeness(row))
                .list();
        nestedLoops(true);
        return alike;
    }

    /** PostgreSQL takes everybody for a handful, and would compare all with all: 30,000 families took minutes. */
    private void nestedLoops(boolean on) {
        jdbc.sql("select set_config('enable_nestloop', :on, true)")
                .param("on", on ? "on" : "off")
                .query(String.class)
                .single();
    }

    /** Notes that two are different, so that they are not suggested again. */
    public void different(UUID one, UUID other, By by, Instant at) {
        String sql = """
                insert into not_the_same (organisation, one, other, account, at)
                values (:organisation, least(:one, :other), greatest(:one, :other), :account, :at)
                on conflict do nothing
                """;
        jdbc.sql(sql)
                .param("organisation", by.organisation().value())
                .param("one", one)
                .param("other", other)
                .param("account", by.account())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Likeness likeness(ResultSet row) throws SQLException {
        return new Likeness(side(row, ""), side(row, "other_"), reasons(row));
    }

    private static Likeness.Side side(ResultSet row, String which) throws SQLException {
        return new Likeness.Side(
                row.getObject(which + "id", UUID.class),
                row.getString(which + "reference"),
                row.getString(which + "name"),
                row.getInt(which + "postcode"),
                row.getString(which + "town"));
    }

    private static Set<Likeness.Reason> reasons(ResultSet row) throws SQLException {
        Set<Likeness.Reason> reasons =
                EnumSet.of(row.getBoolean("same_name") ? Likeness.Reason.SAME_NAME : Likeness.Reason.NAME_ALMOST_SAME);
        for (Likeness.Reason reason : Likeness.Reason.values()) {
            if (reason.ordinal() >= Likeness.Reason.SAME_POSTCODE.ordinal()
                    && row.getBoolean(reason.name().toLowerCase(java.util.Locale.ROOT))) {
                reasons.add(reason);
            }
        }
        return reasons;
    }
}
