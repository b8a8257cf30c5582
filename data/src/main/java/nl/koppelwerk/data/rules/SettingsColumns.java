package nl.koppelwerk.data.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.RuleSettings;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The columns that versions and drafts have in common. */
final class SettingsColumns {
    static final String ALL = "screening_years, language_level, maximum_distance_metres, unconfirmed_days, weights";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SettingsColumns() {}

    static StatementSpec set(StatementSpec statement, RuleSettings settings) {
        return statement
                .param("screeningYears", settings.screeningYears())
                .param("languageLevel", settings.languageLevel().name())
                .param("maximumDistanceMetres", settings.maximumDistanceMetres())
                .param("unconfirmedDays", settings.unconfirmedDays())
                .param("weights", JSON.writeValueAsString(new TreeMap<>(settings.weights())));
    }

    static RuleSettings read(ResultSet row, int version) throws SQLException {
        Map<String, Integer> weights =
                JSON.readValue(row.getString("weights"), new TypeReference<Map<String, Integer>>() {});
        return new RuleSettings(
                version,
                row.getInt("screening_years"),
                Level.valueOf(row.getString("language_level")),
                row.getInt("maximum_distance_metres"),
                row.getInt("unconfirmed_days"),
                weights);
    }
}
