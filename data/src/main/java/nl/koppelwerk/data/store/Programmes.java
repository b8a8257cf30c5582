package nl.koppelwerk.data.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.domain.programme.SupportKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The programmes of an organisation; settings of their rules are kept version by version. */
public final class Programmes {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    public Programmes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them by code, with the settings in use. */
    public List<Programme> list() {
        String sql = """
                select p.organisation, p.id, p.code, p.name, p.kinds, p.introductions_per_week,
                       p.child_age_from, p.child_age_to, p.at_school,
                       array(select unnest(p.area_postcodes)
                             union
                             select l.postcode from place l where l.municipality = any (p.area_municipalities)) as area,
                       r.version, r.screening_years, r.language_level, r.maximum_distance_metres, r.unconfirmed_days,
                       r.weights
                from programme p
                join programme_rules r
                  on r.organisation = p.organisation and r.programme = p.id and r.version = p.rules_version
                order by p.code
                """;
        return jdbc.sql(sql).query(Programmes::programme).list();
    }

    /**
     * Adds or changes the programme with this code. Settings of a version that is there already stay as they are.
     *
     * <p>An area is kept as its postcodes; who knows it by municipalities uses {@link #limit}.
     */
    public void save(Programme programme) {
        String sql = """
                insert into programme (organisation, id, code, name, kinds, introductions_per_week, rules_version)
                values (:organisation, :id, :code, :name, :kinds, :introductionsPerWeek, :rulesVersion)
                on conflict (organisation, code) do update
                set name = excluded.name, kinds = excluded.kinds,
                    introductions_per_week = excluded.introductions_per_week, rules_version = excluded.rules_version,
                    version = programme.version + 1
                """;
        jdbc.sql(sql)
                .param("organisation", programme.organisation().value())
                .param("id", programme.id().value())
                .param("code", programme.code())
                .param("name", programme.name())
                .param("kinds", Columns.sorted(programme.kinds()).toArray(String[]::new))
                .param("introductionsPerWeek", programme.introductionsPerWeek())
                .param("rulesVersion", programme.rules().version())
                .update();
        saveRules(programme);
        Audience audience = programme.audience().orElse(Audience.EVERYBODY);
        limit(programme.code(), audience, Set.of());
    }

    /**
     * For which families the programme with this code is.
     *
     * @param municipalities that belong to its area whole, beside the postcodes
     */
    public void limit(String code, Audience audience, Set<String> municipalities) {
        String sql = """
                update programme
                set area_municipalities = :municipalities, area_postcodes = cast(:postcodes as smallint[]),
                    child_age_from = :from, child_age_to = :to, at_school = :atSchool
                where code = :code
                """;
        jdbc.sql(sql)
                .param("code", code)
                .param("municipalities", municipalities.stream().sorted().toArray(String[]::new))
                .param(
                        "postcodes",
                        audience.area().stream().sorted().map(Postcode::digits).toArray(Integer[]::new))
                .param("from", audience.childAges().map(Audience.Ages::from).orElse(null), Types.SMALLINT)
                .param("to", audience.childAges().map(Audience.Ages::to).orElse(null), Types.SMALLINT)
                .param("atSchool", audience.atSchool())
                .update();
    }

    /**
     * What the programme with this code asks of a family at its intake.
     *
     * @param households names of {@link nl.koppelwerk.domain.family.Household}; empty: any
     * @param conditions as JSON; see the column
     */
    public void ask(String code, Set<String> households, String conditions) {
        jdbc.sql("""
                        update programme set households = :households, conditions = cast(:conditions as jsonb)
                        where code = :code
                        """)
                .param("code", code)
                .param("households", households.stream().sorted().toArray(String[]::new))
                .param("conditions", conditions)
                .update();
    }

    /** Which organisation carries the programme with this code out; what people agreed to counts for that one. */
    public void runBy(String code, String organisation) {
        String sql = """
                update programme g set run_by = coalesce(nullif(cast(:name as text), o.name), '')
                from organisation o
                where o.organisation = g.organisation and g.code = :code
                """;
        jdbc.sql(sql).param("code", code).param("name", organisation).update();
    }

    /** @param weeks of help after which a parent may help others too; empty: once the help has ended */
    public void giveAfter(String code, Optional<Integer> weeks) {
        jdbc.sql("update programme set gives_after_weeks = :weeks where code = :code")
                .param("code", code)
                .param("weeks", weeks.orElse(null), Types.SMALLINT)
                .update();
    }

    private void saveRules(Programme programme) {
        String sql = """
                insert into programme_rules (organisation, programme, version, screening_years, language_level,
                                             maximum_distance_metres, unconfirmed_days, weights)
                select p.organisation, p.id, :version, :screeningYears, :languageLevel, :maximumDistanceMetres,
                       :unconfirmedDays, cast(:weights as jsonb)
                from programme p
                where p.code = :code
                on conflict (organisation, programme, version) do nothing
                """;
        RuleSettings rules = programme.rules();
        jdbc.sql(sql)
                .param("code", programme.code())
                .param("version", rules.version())
                .param("screeningYears", rules.screeningYears())
                .param("languageLevel", rules.languageLevel().name())
                .param("maximumDistanceMetres", rules.maximumDistanceMetres())
                .param("unconfirmedDays", rules.unconfirmedDays())
                .param("weights", JSON.writeValueAsString(rules.weights()))
                .update();
    }

    private static Programme programme(ResultSet row, int number) throws SQLException {
        return new Programme(
                new ProgrammeId(Columns.uuid(row, "id")),
                new OrganisationId(Columns.uuid(row, "organisation")),
                row.getString("code"),
                row.getString("name"),
                Columns.names(row, "kinds", SupportKind.class),
                row.getInt("introductions_per_week"),
                new RuleSettings(
                        row.getInt("version"),
                        row.getInt("screening_years"),
                        Level.valueOf(row.getString("language_level")),
                        row.getInt("maximum_distance_metres"),
                        row.getInt("unconfirmed_days"),
                        weights(row.getString("weights"))),
                audience(row));
    }

    private static Optional<Audience> audience(ResultSet row) throws SQLException {
        Set<Postcode> area = new HashSet<>();
        for (Object postcode : (Object[]) row.getArray("area").getArray()) {
            area.add(new Postcode(((Number) postcode).intValue()));
        }
        int from = row.getInt("child_age_from");
        Optional<Audience.Ages> ages =
                row.wasNull() ? Optional.empty() : Optional.of(new Audience.Ages(from, row.getInt("child_age_to")));
        Audience audience = new Audience(area, ages, row.getBoolean("at_school"));
        return Optional.of(audience).filter(asked -> !asked.equals(Audience.EVERYBODY));
    }

    private static Map<String, Integer> weights(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, Integer>>() {});
    }
}
