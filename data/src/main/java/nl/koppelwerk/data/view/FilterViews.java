package nl.koppelwerk.data.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.domain.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What there is to filter by in the organisation whose scope this is called in. */
public final class FilterViews {
    /** How old what is shown may be: a new municipality is not missed for so long, and reading takes a fifth of a page. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    public FilterViews(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Kept(Options options, Instant until) {}

    /** A programme by its name. */
    public record Programme(UUID id, String name) {}

    /** Only what families and volunteers here have; each list in the order of its names or codes. */
    public record Options(List<String> municipalities, List<Programme> programmes, List<Language> languages) {}

    /** At most a minute old. */
    public Options options() {
        Instant now = clock.instant();
        kept.values().removeIf(one -> !now.isBefore(one.until()));
        return kept.computeIfAbsent(whatIsSeen(), seen -> new Kept(read(), now.plus(FRESH)))
                .options();
    }

    /** The organisation and the limits of whoever reads: readers with the same limits see the same. */
    private String whatIsSeen() {
        return jdbc.sql("""
                        select concat_ws(' ', current_organisation(), part(),
                                         md5(concat_ws(' ', own_programmes(), own_postcodes()))) as seen
                        """).query(String.class).single();
    }

    private Options read() {
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
