package nl.koppelwerk.data.view.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.data.view.Names;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a search finds people; the same for families and volunteers. By name in Java, as names are encrypted. */
final class Matching {
    /** Steps in which a pairing is under way. */
    static final String UNDER_WAY = "('ACCEPTED', 'ASKED', 'INTRODUCTION', 'TRIAL', 'RUNNING', 'CLOSING')";

    private Matching() {}

    /** How well a row, called {@code w}, is found by the text without looking at its name (0 to 3). */
    static String score(String table) {
        return """
                case when :text = '' then 1
                     when lower(w.reference) = lower(:text) then 3
                     when w.postcode = :postcode then 2
                     when starts_with(lower(w.reference), lower(:text)) then 2
                     when exists (select from %s m where m.merged_into = w.id and lower(m.reference) = lower(:text)) then 3
                     else 0
                end
                """.formatted(table);
    }

    static final String LANGUAGE = "(:language = '' or strpos(' ' || w.languages, ' ' || :language || ':') > 0)";

    /** A name that shares this much with the text is found; "Yilmas" and "Yilmaz" share 0.7. */
    static final double NEAR_ENOUGH = 0.45;

    private static final double IN_NAME = 2;

    /** Somebody who is found, and how well. */
    private record Found(UUID id, String name, double score) {
        static final Comparator<Found> ORDER = Comparator.comparing(Found::score)
                .reversed()
                .thenComparing(Found::name)
                .thenComparing(Found::id);
    }

    static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Search search) {
        return statement
                .param("text", search.text())
                .param("postcode", search.postcode())
                .param("language", search.language())
                .param("programme", search.programme())
                .param("kind", search.kind())
                .param("state", search.state());
    }

    /**
     * Best found first, then by name.
     *
     * @param found a query for {@code id}, {@code name} and {@code score}
     */
    static List<UUID> ids(JdbcClient jdbc, String found, Search search) {
        String text = Names.plain(search.text());
        return with(jdbc.sql(found), search).query((row, number) -> found(row, text)).list().stream()
                .filter(one -> one.score() >= NEAR_ENOUGH)
                .sorted(Found.ORDER)
                .map(Found::id)
                .toList();
    }

    private static Found found(ResultSet row, String text) throws SQLException {
        String name = row.getString("name");
        double score = row.getDouble("score");
        return new Found(
                row.getObject("id", UUID.class),
                name,
                text.isEmpty() || score >= IN_NAME ? score : Math.max(score, byName(text, Names.plain(name))));
    }

    private static double byName(String text, String name) {
        return name.contains(text) ? IN_NAME : Names.partlySimilar(text, name);
    }
}
