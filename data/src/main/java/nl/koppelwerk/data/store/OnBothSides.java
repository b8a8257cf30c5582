package nl.koppelwerk.data.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.volunteer.BothSides;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the matching has to know of volunteers whose own household asks for support, or did. */
public final class OnBothSides {
    /** A pairing that somebody of the household helped or helps in; one that was never begun binds nobody. */
    private static final String SELECT = """
            select b.volunteer,
                   array(select b.family
                         union
                         select o.family
                         from support_request q
                         join pairing k on k.organisation = q.organisation and k.request = q.id
                         join both_sides o on o.organisation = k.organisation and o.volunteer = k.volunteer
                         where q.organisation = b.organisation and q.family = b.family
                           and (k.step not in ('PROPOSED', 'ENDED')
                                or k.step = 'ENDED'
                                   and exists (select from pairing_history h
                                               where h.organisation = k.organisation and h.pairing = k.id
                                                 and h.to_step = 'INTRODUCTION'))) as tied,
                   exists (select from support_request q
                           join programme g on g.organisation = q.organisation and g.id = q.programme
                           where q.organisation = b.organisation and q.family = b.family and q.closed_on is null
                             and not exists (
                                 select from pairing k
                                 join pairing_life l on l.organisation = k.organisation and l.pairing = k.id
                                 where k.organisation = q.organisation and k.request = q.id
                                   and l.started_on + 7 * g.gives_after_weeks <= :day)) as later
            from both_sides b
            """;

    private final JdbcClient jdbc;

    public OnBothSides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param day the day on which the help has come so far or not */
    public List<BothSides> list(LocalDate day) {
        return read(jdbc.sql(SELECT + "order by b.volunteer").param("day", day));
    }

    List<BothSides> list(Collection<VolunteerId> volunteers, LocalDate day) {
        return read(jdbc.sql(SELECT + "where b.volunteer = any(:volunteers) order by b.volunteer")
                .param("day", day)
                .param("volunteers", volunteers.stream().map(VolunteerId::value).toArray(UUID[]::new)));
    }

    private static List<BothSides> read(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> new BothSides(
                        new VolunteerId(Columns.uuid(row, "volunteer")),
                        Columns.uuids(row, "tied").stream().map(FamilyId::new).collect(Collectors.toSet()),
                        row.getBoolean("later")))
                .list();
    }
}
