package nl.koppelwerk.data.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who agreed to what. Inside the scope of the organisation, with the eyes of whoever reads. */
public final class Consents {
    private final JdbcClient jdbc;

    public Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * That somebody agreed.
     *
     * @param account empty: the person did so on the own page
     */
    public record Given(
            String version, Optional<String> language, LocalDate on, Consent.Way way, Optional<UUID> account) {}

    /** The one that holds, to the latest text; else the one that was withdrawn last. */
    public Optional<Consent> find(Person person) {
        String sql = """
                select c.version, c.language, c.given_on, c.way, c.withdrawn_on, a.name as account
                from consent c left join account a on a.organisation = c.organisation and a.id = c.account
                where c.%s = :id
                order by c.withdrawn_on is not null, c.withdrawn_on desc, c.version desc, c.given_on desc limit 1
                """.formatted(column(person));
        return jdbc.sql(sql)
                .param("id", person.id())
                .query((row, number) -> consent(row))
                .optional();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getString("version"),
                Optional.ofNullable(row.getString("language")),
                row.getObject("given_on", LocalDate.class),
                Consent.Way.valueOf(row.getString("way")),
                Optional.ofNullable(row.getString("account")),
                Optional.ofNullable(row.getObject("withdrawn_on", LocalDate.class)));
    }

    /**
     * Said once, it holds since then.
     *
     * @return false: it was withdrawn after that day
     */
    public boolean add(OrganisationId organisation, Person person, Given given) {
        String column = column(person);
        String later = "select exists (select from consent c where c." + column + " = :id and c.withdrawn_on > :on)";
        if (jdbc.sql(later)
                .param("id", person.id())
                .param("on", given.on())
                .query(Boolean.class)
                .single()) {
            return false;
        }
        String sql = """
                insert into consent (organisation, id, %s, version, language, given_on, way, account)
                values (:organisation, gen_random_uuid(), :person, :version, :language, :on, :way, :account)
                on conflict do nothing
                """.formatted(column);
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("person", person.id())
                .param("version", given.version())
                .param("language", given.language().orElse(null), Types.VARCHAR)
                .param("on", given.on())
                .param("way", given.way().name())
                .param("account", given.account().orElse(null), Types.OTHER)
                .update();
        return true;
    }

    /** @return whether there was something to withdraw */
    boolean end(Person person, LocalDate today) {
        String sql = """
                update consent set withdrawn_on = greatest(given_on, cast(:today as date))
                where withdrawn_on is null and %s = :id
                """.formatted(column(person));
        return jdbc.sql(sql).param("today", today).param("id", person.id()).update() > 0;
    }

    private static String column(Person person) {
        return person.side().name().toLowerCase(Locale.ROOT);
    }
}
