package nl.koppelwerk.data.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who agreed to be known in which other programme; inside the scope of the organisation, with the eyes of whoever reads. */
final class SharingConsents {
    /** Of a volunteer: those that an own programme shares with now. Of a family: those that it is not at home in. */
    private static final String POSSIBLE = """
            select g.organisation, g.id from programme g
            where case when :side = 'VOLUNTEER'
                       then exists (select from volunteer_programme m
                                    join sharing_agreement a
                                      on a.organisation = m.organisation and a.agreed_at is not null and a.ended_at is null
                                     and a.one = least(m.programme, g.id) and a.other = greatest(m.programme, g.id)
                                    where m.organisation = g.organisation and m.volunteer = :id)
                            and not exists (select from volunteer_programme m
                                            where m.organisation = g.organisation and m.volunteer = :id
                                              and m.programme = g.id)
                       else not exists (select from family_home f
                                        join programme h on h.organisation = f.organisation and h.id = f.programme
                                        where f.organisation = g.organisation and f.family = :id and h.run_by = g.run_by)
                  end
            """;

    private final JdbcClient jdbc;

    SharingConsents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that can be asked for now, and those that were agreed to earlier, by name. */
    List<Shared> of(Person person) {
        String sql = """
                select g.id, g.name, coalesce(nullif(g.run_by, ''), o.name) as run_by, c.version, c.given_on, c.way,
                       c.withdrawn_on, a.name as account
                from programme g
                join organisation o on o.organisation = g.organisation
                left join lateral (
                    select c.version, c.given_on, c.way, c.withdrawn_on, c.account
                    from sharing_consent c
                    where c.organisation = g.organisation and c.programme = g.id and c.run_by = g.run_by
                      and c.%s = :id
                    order by c.withdrawn_on is not null, c.withdrawn_on desc, c.given_on desc limit 1) c on true
                left join account a on a.organisation = g.organisation and a.id = c.account
                where (g.organisation, g.id) in (%s) or c.version is not null
                order by g.name, g.id
                """.formatted(column(person), POSSIBLE);
        return about(sql, person).query((row, number) -> shared(row)).list();
    }

    /**
     * That somebody agreed; said once it is not said again.
     *
     * @param account empty: the person, on the own page
     * @return false: it cannot be asked for, or was withdrawn after that day
     */
    boolean add(OrganisationId organisation, Person person, ProgrammeId programme, Given given) {
        String sql = """
                insert into sharing_consent (organisation, id, %1$s, programme, run_by, version, language, given_on, way,
                                             account)
                select g.organisation, gen_random_uuid(), :id, g.id, g.run_by, :version, :language, :on, :way, :account
                from programme g
                where g.id = :programme and (g.organisation, g.id) in (%2$s)
                  and not exists (select from sharing_consent c
                                  where c.%1$s = :id and c.programme = g.id and c.run_by = g.run_by
                                    and (c.withdrawn_on is null or c.withdrawn_on > :on))
                """.formatted(column(person), POSSIBLE);
        return about(sql, person)
                        .param("programme", programme.value())
                        .param("version", Shared.CURRENT)
                        .param("language", given.language().orElse(null), Types.VARCHAR)
                        .param("on", given.on())
                        .param("way", given.account().isPresent() ? "ORAL" : "OWN_PAGE")
                        .param("account", given.account().orElse(null), Types.OTHER)
                        .update()
                == 1;
    }

    /**
     * How somebody agreed.
     *
     * @param language of the own page; empty: told by word of mouth
     * @param account who wrote it down; empty: the person
     */
    record Given(Optional<String> language, LocalDate on, Optional<UUID> account) {}

    /** @return whether there was something to withdraw */
    boolean end(Person person, ProgrammeId programme, LocalDate today) {
        String sql = """
                update sharing_consent set withdrawn_on = greatest(given_on, cast(:today as date))
                where withdrawn_on is null and programme = :programme and %s = :id
                """.formatted(column(person));
        return jdbc.sql(sql)
                        .param("today", today)
                        .param("programme", programme.value())
                        .param("id", person.id())
                        .update()
                > 0;
    }

    /** One that holds for an organisation that no longer carries the programme out makes room for the new one. */
    void endFormer(Person person, ProgrammeId programme, LocalDate today) {
        String sql = """
                update sharing_consent c set withdrawn_on = greatest(c.given_on, cast(:today as date))
                from programme g
                where g.organisation = c.organisation and g.id = c.programme and g.run_by <> c.run_by
                  and c.withdrawn_on is null and c.programme = :programme and c.%s = :id
                """.formatted(column(person));
        jdbc.sql(sql)
                .param("today", today)
                .param("programme", programme.value())
                .param("id", person.id())
                .update();
    }

    private JdbcClient.StatementSpec about(String sql, Person person) {
        return jdbc.sql(sql).param("side", person.side().name()).param("id", person.id());
    }

    private static String column(Person person) {
        return person.side().name().toLowerCase(Locale.ROOT);
    }

    private static Shared shared(ResultSet row) throws SQLException {
        return new Shared(
                new ProgrammeId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("run_by"),
                row.getString("version") == null ? Optional.empty() : Optional.of(said(row)));
    }

    private static Shared.Said said(ResultSet row) throws SQLException {
        return new Shared.Said(
                row.getString("version"),
                row.getObject("given_on", LocalDate.class),
                row.getString("way").equals("OWN_PAGE"),
                Optional.ofNullable(row.getString("account")),
                Optional.ofNullable(row.getObject("withdrawn_on", LocalDate.class)));
    }
}
