package nl.koppelwerk.data.signup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is said on the public page about families who wait, so that nobody can find one by asking often. Postcodes are
 * taken by their first three digits, which do not overlap; a number begins at three and goes in steps; it is the same all
 * day; day-parts and kinds do not come into it, so there is nothing to subtract.
 */
public final class NeedsNearby {
    private static final String COUNT = """
            with waiting as (
                select f.id, f.postcode, a.town, f.languages::text as languages
                from family f join place a on a.postcode = f.postcode
                where f.merged_into is null
                  and exists (select from support_request q
                              where q.organisation = f.organisation and q.family = f.id and q.closed_on is null
                                and not exists (select from pairing k
                                                where k.organisation = q.organisation and k.request = q.id
                                                  and k.step not in ('PROPOSED', 'ENDED')))),
            spoken as (
                select w.id, left(w.postcode::text, 3) as area, split_part(l.text, ':', 1) as language
                from waiting w, regexp_split_to_table(w.languages, ' ') l (text)
                where w.languages !~ 'nld:(B|C)' and l.text ~ '^[a-z]{3}:(B|C)' and l.text !~ '^nld'),
            counted as (
                select area, language, count(distinct id) as families from spoken group by area, language
                union all
                select 'town ' || town, '', count(*) from waiting group by town)
            insert into need_nearby (organisation, area, language, at_least, counted_on)
            select :organisation, area, language,
                   case when families >= 50 then 50 when families >= 20 then 20 when families >= 10 then 10
                        when families >= 5 then 5 else 3 end,
                   :today
            from counted where families >= 3
            """;

    private final JdbcClient jdbc;

    public NeedsNearby(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Families who wait for somebody who speaks this. */
    public record Need(Language language, int atLeast) {}

    /**
     * What there is to say to somebody.
     *
     * @param needs of the languages that were named; those that fewer than three families wait for are left out
     * @param anyInTown whether three families or more wait in the town, of whatever language
     */
    public record Near(List<Need> needs, boolean anyInTown) {}

    /** Counts anew; once a night, inside the organisation. */
    public void count(OrganisationId organisation, LocalDate today) {
        jdbc.sql("delete from need_nearby").update();
        jdbc.sql(COUNT)
                .param("organisation", organisation.value())
                .param("today", today)
                .update();
    }

    /** Inside the organisation. */
    public Near near(Postcode postcode, Collection<Language> languages) {
        List<Need> needs = jdbc.sql("""
                        select language, at_least from need_nearby
                        where area = :area and language = any(:languages)
                        order by at_least desc, language
                        """)
                .param("area", postcode.toString().substring(0, 3))
                .param("languages", languages.stream().map(Language::code).toArray(String[]::new))
                .query((row, number) -> new Need(new Language(row.getString("language")), row.getInt("at_least")))
                .list();
        boolean anyInTown = jdbc.sql("""
                        select exists (select from need_nearby n join place p on n.area = 'town ' || p.town
                                       where p.postcode = :postcode)
                        """)
                .param("postcode", postcode.digits())
                .query(Boolean.class)
                .single();
        return new Near(needs, anyInTown);
    }
}
