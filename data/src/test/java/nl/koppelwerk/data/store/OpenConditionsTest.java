package nl.koppelwerk.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.OpenCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(DatabaseExtension.class)
class OpenConditionsTest {
    private static final String POOR = """
            [{"question": "poor", "dutch": "Weinig geld?", "english": "Little money?", "answers": ["YES"]},
             {"question": "rooms", "dutch": "Kamers?", "english": "Rooms?", "from": 1, "to": 3}]
            """;

    private final TestDatabase database;
    private final JdbcClient jdbc;
    private final Town town;
    private final String code;

    OpenConditionsTest(TestDatabase database, TestInfo test) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.town = Town.of(database.organisation(test.getDisplayName()), 4, 3);
        town.saveIn(database);
        this.code = inside(() -> new Programmes(jdbc).list()).getFirst().code();
    }

    private <T> T inside(Supplier<T> work) {
        return database.scope().inside(town.organisation(), work);
    }

    private void answer(Family family, String question, String answer) {
        String key = code + "." + question;
        inside(() -> jdbc.sql("""
                        insert into intake_answer values (:o, :f, :q, :a)
                        on conflict (organisation, family, question) do update set answer = excluded.answer
                        """)
                .param("o", town.organisation().value())
                .param("f", family.id().value())
                .param("q", key)
                .param(
                        "a",
                        Clear.of(Cell.INTAKE_ANSWER, Cell.answerOf(family.id().value(), key), answer))
                .update());
    }

    private List<String> open(Family family) {
        return inside(() -> new OpenConditions(jdbc).list(List.of(family))).stream()
                .map(OpenConditionsTest::said)
                .toList();
    }

    private static String said(OpenCondition one) {
        return one.dutch() + " " + (one.known() ? "not met" : "to ask");
    }

    private Family asking(String programme) {
        return inside(() -> jdbc.sql("""
                        select q.family::text from support_request q join programme p on p.id = q.programme
                        where p.code = :code order by q.reference limit 1
                        """)
                        .param("code", programme)
                        .query((row, number) -> row.getString(1))
                        .single())
                .transform(id -> town.families().stream()
                        .filter(one -> one.id().value().toString().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void whatNobodyAskedIsToBeAskedAndWhatIsAnsweredIsMetOrNot() {
        inside(() -> {
            new Programmes(jdbc).ask(code, Set.of(), POOR);
            return true;
        });
        Family family = asking(code);
        assertThat(open(family)).containsExactly("Kamers? to ask", "Weinig geld? to ask");

        answer(family, "poor", "NO");
        answer(family, "rooms", "3");
        assertThat(open(family)).containsExactly("Weinig geld? not met");

        answer(family, "rooms", "4");
        answer(family, "poor", "YES");
        assertThat(open(family)).containsExactly("Kamers? not met");
    }

    @Test
    void anotherHouseholdIsNotRefusedBeforeSomebodyAsked() {
        Family family = asking(code);
        inside(() -> {
            new Programmes(jdbc).ask(code, Set.of("SINGLE_PARENT"), "[]");
            return jdbc.sql("update family set household = 'COUPLE' where id = :id")
                    .param("id", family.id().value())
                    .update();
        });
        assertThat(open(family)).containsExactly("Huishouden not met");

        inside(() -> jdbc.sql("update family set household = 'OTHER'").update());
        assertThat(open(family)).containsExactly("Huishouden to ask");

        inside(() -> jdbc.sql("update family set household = 'SINGLE_PARENT'").update());
        assertThat(open(family)).isEmpty();
    }
}
