package nl.koppelwerk.data.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.OpenCondition;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds what families answered at their intake against the conditions of the programmes that they ask something of; only what
 * came of that goes on to the matching, never an answer. They are encrypted in the database, so they are compared here.
 */
public final class OpenConditions {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    /** A household of which nobody said more is still to be asked about. */
    private static final String OPEN = """
            with asked as (
                select distinct q.organisation, q.family, q.programme
                from support_request q
                where q.closed_on is null %s),
            answered as (
                select a.family, a.programme, c.value ->> 'dutch' as dutch, c.value ->> 'english' as english, i.answer,
                       (c.value ->> 'from')::integer as least, (c.value ->> 'to')::integer as most,
                       array(select jsonb_array_elements_text(c.value -> 'answers')) as answers
                from asked a
                join programme p on p.organisation = a.organisation and p.id = a.programme
                cross join jsonb_array_elements(p.conditions) c
                left join intake_answer i on i.organisation = a.organisation and i.family = a.family
                                         and i.question = p.code || '.' || (c.value ->> 'question'))
            select family, programme, dutch, english, answer, least, most, answers, answer is not null as known
            from answered
            union all
            select a.family, a.programme, 'Huishouden', 'Household', null, null, null, '{}', f.household <> 'OTHER'
            from asked a
            join programme p on p.organisation = a.organisation and p.id = a.programme
            join family f on f.organisation = a.organisation and f.id = a.family
            where p.households <> '{}' and not f.household = any (p.households)
            order by family, programme, dutch
            """;

    private final JdbcClient jdbc;

    public OpenConditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all families with an open request. */
    public List<OpenCondition> list() {
        return open(jdbc.sql(OPEN.formatted("")));
    }

    /** Of these families. */
    public List<OpenCondition> list(Collection<Family> families) {
        return families.isEmpty()
                ? List.of()
                : open(jdbc.sql(OPEN.formatted("and q.family in (:families)"))
                        .param(
                                "families",
                                families.stream()
                                        .map(family -> family.id().value())
                                        .toList()));
    }

    private static List<OpenCondition> open(JdbcClient.StatementSpec conditions) {
        return conditions
                .query((row, number) -> isMet(row) ? Optional.<OpenCondition>empty() : Optional.of(open(row)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isMet(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        if (answer == null) {
            return false;
        }
        int least = row.getInt("least");
        if (row.wasNull()) {
            return List.of((Object[]) row.getArray("answers").getArray()).contains(answer);
        }
        return NUMBER.matcher(answer).matches()
                && Integer.parseInt(answer) >= least
                && Integer.parseInt(answer) <= row.getInt("most");
    }

    private static OpenCondition open(ResultSet row) throws SQLException {
        return new OpenCondition(
                new FamilyId(row.getObject("family", UUID.class)),
                new ProgrammeId(row.getObject("programme", UUID.class)),
                row.getString("dutch"),
                row.getString("english"),
                row.getBoolean("known"));
    }
}
