package nl.koppelwerk.data.run;

import java.util.List;
import java.util.UUID;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a run proposed and what it left, as it was published. Works inside an
 * {@link nl.koppelwerk.data.database.OrganisationScope}.
 */
public final class RunContents {
    private final JdbcClient jdbc;

    public RunContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By request. */
    public List<Outcome.Proposal> proposals(RunId run) {
        String sql = """
                select request, volunteer, day_parts, fit, distance_metres, reasons::text as reasons
                from proposal
                where run = :run and replan = 0
                order by request
                """;
        return jdbc.sql(sql)
                .param("run", run.value())
                .query((row, number) -> new Outcome.Proposal(
                        new SupportRequestId(row.getObject("request", UUID.class)),
                        new VolunteerId(row.getObject("volunteer", UUID.class)),
                        new DayParts(row.getInt("day_parts")),
                        row.getInt("fit"),
                        row.getInt("distance_metres"),
                        row.getString("reasons")))
                .list();
    }

    /** By request. */
    public List<Outcome.Unpaired> unpaired(RunId run) {
        String sql = """
                select request, causes::text as causes
                from unpaired
                where run = :run and replan = 0
                order by request
                """;
        return jdbc.sql(sql)
                .param("run", run.value())
                .query((row, number) -> new Outcome.Unpaired(
                        new SupportRequestId(row.getObject("request", UUID.class)), row.getString("causes")))
                .list();
    }
}
