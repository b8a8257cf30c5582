package nl.koppelwerk.data.programme;

import java.util.Optional;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a programme carries now; in the organisation whose scope this is called in, numbers of all its parts. */
public final class ProgrammeLoads {
    private final JdbcClient jdbc;

    public ProgrammeLoads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param pairings from accepted up to the aftercare
     * @param above volunteers who take more families than the programme lets one carry
     */
    public record Load(int pairings, int above) {}

    /** @param familiesPerVolunteer empty: nobody is above it */
    public Load of(ProgrammeId programme, Optional<Integer> familiesPerVolunteer) {
        String sql = """
                select (select count(*)
                        from pairing p
                        join support_request q on q.organisation = p.organisation and q.id = p.request
                        where q.programme = :programme and p.step not in ('PROPOSED', 'ENDED')) as pairings,
                       (select count(*)
                        from volunteer v
                        join volunteer_programme m on m.organisation = v.organisation and m.volunteer = v.id
                        where m.programme = :programme and v.active and v.maximum_families > :most) as above
                """;
        return WholeOrganisation.seen(
                jdbc,
                () -> jdbc.sql(sql)
                        .param("programme", programme.value())
                        .param("most", familiesPerVolunteer.orElse(Integer.MAX_VALUE))
                        .query((row, number) -> new Load(row.getInt("pairings"), row.getInt("above")))
                        .single());
    }
}
