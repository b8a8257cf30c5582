package nl.koppelwerk.data.view.person;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How a search finds people in SQL; the same for families and volunteers. */
final class Matching {
    /** Steps in which a pairing is under way. */
    static final String UNDER_WAY = "('ACCEPTED', 'ASKED', 'INTRODUCTION', 'TRIAL', 'RUNNING', 'CLOSING')";

    private Matching() {}

    /** Whether a row, called {@code w}, is one that is looked for by text, and how well (0 to 3). */
    static String score(String table) {
        return """
                case when :text = '' then 1
                     when lower(w.reference) = lower(:text) then 3
                     when w.postcode = :postcode then 2
                     when starts_with(lower(w.reference), lower(:text)) then 2
                     when strpos(lower(unaccent(w.name)), lower(unaccent(:text))) > 0 then 2
                     when exists (select from %s m where m.merged_into = w.id and lower(m.reference) = lower(:text)) then 3
                     else word_similarity(lower(unaccent(:text)), lower(unaccent(w.name)))
                end
                """.formatted(table);
    }

    static final String LANGUAGE = "(:language = '' or strpos(' ' || w.languages, ' ' || :language || ':') > 0)";

    /** A name that shares this much with the text is found; "Yilmas" and "Yilmaz" share 0.7. */
    static final double NEAR_ENOUGH = 0.45;

    static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Search search) {
        return statement
                .param("text", search.text())
                .param("postcode", search.postcode())
                .param("language", search.language())
                .param("programme", search.programme())
                .param("kind", search.kind())
                .param("state", search.state())
                .param("near", NEAR_ENOUGH);
    }
}
