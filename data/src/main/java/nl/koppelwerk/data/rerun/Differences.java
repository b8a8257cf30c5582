package nl.koppelwerk.data.rerun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.RunId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays reruns beside their runs. Works inside an {@link nl.koppelwerk.data.database.OrganisationScope}. */
public final class Differences {
    private static final String CHANGES = """
            with before as (select request, volunteer, day_parts, distance_metres from proposal where run = :run),
                 after as (select request, volunteer, day_parts, distance_metres from rerun_proposal
                           where rerun = :rerun)
            select case when b.request is null then 'GAINS'
                        when a.request is null then 'LOSES'
                        when a.volunteer <> b.volunteer then 'OTHER_VOLUNTEER'
                        else 'OTHER_TIMES' end as kind,
                   s.reference, f.name as family, p.name as programme,
                   x.name as volunteer_before, x.reference as reference_before, b.distance_metres as distance_before,
                   y.name as volunteer_after, y.reference as reference_after, a.distance_metres as distance_after
            from before b
            full join after a on a.request = b.request
            join support_request s on s.id = coalesce(b.request, a.request)
            join family f on f.organisation = s.organisation and f.id = s.family
            join programme p on p.organisation = s.organisation and p.id = s.programme
            left join volunteer_met x on x.organisation = s.organisation and x.id = b.volunteer
            left join volunteer_met y on y.organisation = s.organisation and y.id = a.volunteer
            where a.volunteer is distinct from b.volunteer or a.day_parts is distinct from b.day_parts
            order by 1, s.reference
            """;

    private final JdbcClient jdbc;

    public Differences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Difference between(RunId run, UUID rerun) {
        List<Difference.Change> changes = jdbc.sql(CHANGES)
                .param("run", run.value())
                .param("rerun", rerun)
                .query(Differences::change)
                .list();
        return new Difference(
                totals("proposal where run = :of", run.value()),
                totals("rerun_proposal where rerun = :of", rerun),
                changes);
    }

    private Difference.Totals totals(String from, Object of) {
        String sql = """
                select count(*) as proposals, coalesce(round(avg(distance_metres)), 0) as distance,
                       coalesce(round(avg(fit)), 0) as fit
                from\s""" + from;
        return jdbc.sql(sql)
                .param("of", of)
                .query((row, number) ->
                        new Difference.Totals(row.getInt("proposals"), row.getInt("distance"), row.getInt("fit")))
                .single();
    }

    private static Difference.Change change(ResultSet row, int number) throws SQLException {
        return new Difference.Change(
                Difference.Kind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getString("family"),
                row.getString("programme"),
                side(row, "before"),
                side(row, "after"));
    }

    private static Optional<Difference.Side> side(ResultSet row, String when) throws SQLException {
        String volunteer = row.getString("volunteer_" + when);
        return volunteer == null
                ? Optional.empty()
                : Optional.of(new Difference.Side(
                        volunteer, row.getString("reference_" + when), row.getInt("distance_" + when)));
    }
}
