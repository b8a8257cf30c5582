package nl.koppelwerk.data.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.RuleSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The drafts of rules: one for each programme and person. Works inside an
 * {@link nl.koppelwerk.data.database.OrganisationScope}.
 */
public final class RulesDrafts {
    private static final String SELECT = """
            select d.based_on, d.screening_years, d.language_level, d.maximum_distance_metres, d.unconfirmed_days,
                   d.weights, a.name, d.changed_at, d.version
            from rules_draft d
            join account a on a.organisation = d.organisation and a.id = d.account
            where d.programme = :programme
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public RulesDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<RulesDraft> find(ProgrammeId programme, UUID account) {
        return jdbc.sql(SELECT + "and d.account = :account")
                .param("programme", programme.value())
                .param("account", account)
                .query(RulesDrafts::draft)
                .optional();
    }

    /** What colleagues are working on, the latest first. */
    public List<RulesDraft> ofOthers(ProgrammeId programme, UUID account) {
        return jdbc.sql(SELECT + "and d.account <> :account order by d.changed_at desc, d.account")
                .param("programme", programme.value())
                .param("account", account)
                .query(RulesDrafts::draft)
                .list();
    }

    /**
     * Keeps the draft of this person.
     *
     * @param version of the draft that the change was made on; 0: there was none
     * @return false when the draft has changed since, in another window for instance; nothing is kept then
     */
    public boolean save(ProgrammeId programme, UUID account, RuleSettings settings, int version) {
        String sql = """
                insert into rules_draft (organisation, programme, account, based_on, %s, changed_at)
                select p.organisation, p.id, :account, :basedOn, :screeningYears, :languageLevel,
                       :maximumDistanceMetres, :unconfirmedDays, cast(:weights as jsonb), :now
                from programme p
                where p.id = :programme
                  and (:version = 0 or exists (select from rules_draft d
                                               where d.programme = p.id and d.account = :account))
                on conflict (organisation, programme, account) do update
                set based_on = excluded.based_on, screening_years = excluded.screening_years,
                    language_level = excluded.language_level,
                    maximum_distance_metres = excluded.maximum_distance_metres,
                    unconfirmed_days = excluded.unconfirmed_days, weights = excluded.weights,
                    changed_at = excluded.changed_at, version = rules_draft.version + 1
                where rules_draft.version = :version
                """.formatted(SettingsColumns.ALL);
        return SettingsColumns.set(jdbc.sql(sql), settings)
                        .param("programme", programme.value())
                        .param("account", account)
                        .param("basedOn", settings.version())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("version", version)
                        .update()
                == 1;
    }

    public void remove(ProgrammeId programme, UUID account) {
        jdbc.sql("delete from rules_draft where programme = :programme and account = :account")
                .param("programme", programme.value())
                .param("account", account)
                .update();
    }

    private static RulesDraft draft(ResultSet row, int number) throws SQLException {
        int basedOn = row.getInt("based_on");
        return new RulesDraft(
                basedOn,
                SettingsColumns.read(row, basedOn),
                row.getString("name"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
