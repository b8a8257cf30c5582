package nl.koppelwerk.data.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
 * Every version of every programme's rules, and which is in use. Works inside an
 * {@link nl.koppelwerk.data.database.OrganisationScope}.
 */
public final class RulesVersions {
    private static final String SELECT = """
            select v.version, v.screening_years, v.language_level, v.maximum_distance_metres, v.unconfirmed_days,
                   v.weights, v.created_at, a.name, v.reason, v.restores
            from programme_rules v
            left join account a on a.organisation = v.organisation and a.id = v.account
            where v.programme = :programme
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public RulesVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest first. */
    public List<RulesVersion> list(ProgrammeId programme) {
        return jdbc.sql(SELECT + "order by v.version desc")
                .param("programme", programme.value())
                .query(RulesVersions::version)
                .list();
    }

    public Optional<RulesVersion> find(ProgrammeId programme, int number) {
        return jdbc.sql(SELECT + "and v.version = :number")
                .param("programme", programme.value())
                .param("number", number)
                .query(RulesVersions::version)
                .optional();
    }

    /** The version that the next run will use. */
    public Optional<RulesVersion> findInUse(ProgrammeId programme) {
        return jdbc.sql(SELECT + "and v.version = (select p.rules_version from programme p where p.id = :programme)")
                .param("programme", programme.value())
                .query(RulesVersions::version)
                .optional();
    }

    /** The number of the version in use; nobody else can change it until the transaction ends. Empty: no such programme. */
    Optional<Integer> hold(ProgrammeId programme) {
        return jdbc.sql("select rules_version from programme where id = :programme for update")
                .param("programme", programme.value())
                .query((row, number) -> row.getInt("rules_version"))
                .optional();
    }

    /** Rules that a file of the programme brings. */
    public void install(ProgrammeId programme, RuleSettings settings, Optional<UUID> account, String reason) {
        putToUse(programme, settings, new Origin(account, reason, Optional.empty()));
    }

    /**
     * Why a version came to be.
     *
     * @param account empty: somebody on the command line
     */
    record Origin(Optional<UUID> account, String reason, Optional<Integer> restores) {}

    /** To be called while the programme is held. */
    int putToUse(ProgrammeId programme, RuleSettings settings, Origin origin) {
        String insert = """
                insert into programme_rules (organisation, programme, version, %s, created_at, account, reason, restores)
                select organisation, id,
                       (select max(v.version) + 1 from programme_rules v where v.programme = :programme),
                       :screeningYears, :languageLevel, :maximumDistanceMetres, :unconfirmedDays,
                       cast(:weights as jsonb), :now, :account, :reason, :restores
                from programme
                where id = :programme
                returning version
                """.formatted(SettingsColumns.ALL);
        int version = SettingsColumns.set(jdbc.sql(insert), settings)
                .param("programme", programme.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", origin.account().orElse(null))
                .param("reason", origin.reason())
                .param("restores", origin.restores().orElse(null), Types.INTEGER)
                .query((row, number) -> row.getInt("version"))
                .single();
        jdbc.sql("update programme set rules_version = :version, version = version + 1 where id = :programme")
                .param("version", version)
                .param("programme", programme.value())
                .update();
        return version;
    }

    private static RulesVersion version(ResultSet row, int number) throws SQLException {
        return new RulesVersion(
                SettingsColumns.read(row, row.getInt("version")),
                Optional.ofNullable(row.getObject("created_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getObject("restores", Integer.class)));
    }
}
