package nl.koppelwerk.data.view;

import java.util.List;
import java.util.UUID;
import nl.koppelwerk.domain.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What there is to filter by in the organisation whose scope this is called in. */
public final class FilterViews {
    private final JdbcClient jdbc;

    public FilterViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A programme by its name. */
    public record Programme(UUID id, String name) {}

    /** Only what families and volunteers here have; each list in the order of its names or codes. */
    public record Options(List<String> municipalities, List<Programme> programmes, List<Language> languages) {}

    public Options options() {
        return new Options(municipalities(), programmes(), languages());
    }

    private List<String> municipalities() {
        return jdbc.sql("""
                        select distinct a.municipality
                        from place a
                        where a.postcode in (select f.postcode from family f union select v.postcode from volunteer v)
                        order by 1
                        """)
                .query((row, number) -> row.getString("municipality"))
                .list();
    }

    private List<Programme> programmes() {
        return jdbc.sql("select g.id, g.name from programme g order by g.name")
                .query((row, number) -> new Programme(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private List<Language> languages() {
        return jdbc.sql("""
                        with spoken as (
                            select f.languages from family f where f.languages <> '' group by f.languages
                            union
                            select v.languages from volunteer v where v.languages <> '' group by v.languages)
                        select distinct left(one, 3) as code
                        from spoken, unnest(string_to_array(languages, ' ')) one
                        order by 1
                        """)
                .query((row, number) -> new Language(row.getString("code")))
                .list();
    }
}
