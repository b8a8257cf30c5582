package nl.koppelwerk.data.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As pg_trgm and unaccent say of the same names. */
@ExtendWith(DatabaseExtension.class)
class NamesTest {
    private static final List<String> NAMES = List.of(
            "Yilmaz",
            "Yilmas",
            "Gezin Yılmaz",
            "de Vries",
            "De Vriès",
            "van der Berg-Özdemir",
            "Łukasz Nowak",
            "Bo",
            "a",
            "Fatma Kaya",
            "kaya fatma",
            "Anna-Maria Jansen",
            "jansen",
            "Ångström",
            "Straße",
            "O'Neill",
            "1e Gezin 23",
            "");

    @Test
    void namesAreAsAlikeAsTheDatabaseSaidBefore(TestDatabase database) {
        JdbcClient jdbc = database.jdbc();
        for (String one : NAMES) {
            assertThat(Names.plain(one)).isEqualTo(asked(jdbc, "select lower(unaccent(:one))", one, one, String.class));
            for (String other : NAMES) {
                String first = Names.plain(one);
                String second = Names.plain(other);
                assertThat(Names.similarity(first, second))
                        .as(one + " and " + other)
                        .isCloseTo(
                                asked(jdbc, "select similarity(:one, :other)", first, second, Double.class),
                                within(1e-6));
                assertThat(Names.partlySimilar(first, second))
                        .as(one + " in " + other)
                        .isCloseTo(
                                asked(jdbc, "select word_similarity(:one, :other)", first, second, Double.class),
                                within(1e-6));
            }
        }
    }

    private static <T> T asked(JdbcClient jdbc, String sql, String one, String other, Class<T> type) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("one", one);
        return (sql.contains(":other") ? statement.param("other", other) : statement)
                .query(type)
                .single();
    }
}
