package nl.koppelwerk.data.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.OpenCondition;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds what families answered at their intake against the conditions of the programmes that they ask something of; only what
 * came of that leaves the database, never an answer.
 */
public final class OpenConditions {
    /** A household of which nobody said more is still to be asked about. */
    private static final String OPEN = """
            with asked as (
                select distinct q.organisation, q.family, q.programme
                from support_request q
                where q.closed_on is null %s),
            answered as (
                select a.family, a.programme, c.value ->> 'dutch' as dutch, c.value ->> 'english' as english, i.answer,
                       case
                           when jsonb_exists(c.value, 'from') then i.answer ~ '^-?[0-9]{1,9}$'
                               and i.answer::integer between (c.value ->> 'from')::integer and (c.value ->> 'to')::integer
                           else jsonb_exists(c.value -> 'answers', i.answer)
                       end as met
                from asked a
                join programme p on p.organisation = a.organisation and p.id = a.programme
                cross join jsonb_array_elements(p.conditions) c
                left join intake_answer i on i.organisation = a.organisation and i.family = a.family
                                         and i.question = p.code || '.' || (c.value ->> 'question'))
            select family, programme, dutch, english, answer is not null as known
            from answered
            where met is distinct from true
            union all
            select a.family, a.programme, 'Huishouden', 'Household', f.household <> 'OTHER'
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
        return jdbc.sql(OPEN.formatted("")).query(OpenConditions::open).list();
    }

    /** Of these families. */
    public List<OpenCondition> list(Collection<Family> families) {
        return families.isEmpty()
                ? List.of()
                : jdbc.sql(OPEN.formatted("and q.family in (:families)"))
                        .param(
                                "families",
                                families.stream()
                                        .map(family -> family.id().value())
                                        .toList())
                        .query(OpenConditions::open)
                        .list();
    }

    private static OpenCondition open(ResultSet row, int number) throws SQLException {
        return new OpenCondition(
                new FamilyId(row.getObject("family", UUID.class)),
                new ProgrammeId(row.getObject("programme", UUID.class)),
                row.getString("dutch"),
                row.getString("english"),
                row.getBoolean("known"));
    }
}
