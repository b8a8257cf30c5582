package nl.koppelwerk.data.recruit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.recruit.Extra;
import nl.koppelwerk.recruit.Profile;
import nl.koppelwerk.recruit.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps which volunteers to look for. Works inside an {@link nl.koppelwerk.data.database.OrganisationScope}. */
public final class Recruits {
    private static final String RECRUIT = """
            insert into recruit (organisation, run, rank, kind, postcode, language, day_parts, skills, extras,
                                 quarters_per_week, families)
            values (:organisation, :run, :rank, :kind, :postcode, :language, :dayParts, cast(:skills as text[]),
                    cast(:extras as text[]), :quarters, :families)
            """;

    /** Who is no longer there since the night counts no more. */
    private static final String EFFECT = """
            insert into recruit_effect (organisation, run, rank, request, together, gained)
            select :organisation, :run, :rank, q.id, :together, :gained
            from support_request q
            where q.id = any (cast(:requests as uuid[]))
            """;

    private static final String LINES = """
            select c.rank, c.kind, c.postcode, c.language, c.day_parts, c.skills, c.extras, c.quarters_per_week, c.families,
                   p.latitude, p.longitude, p.town, p.municipality,
                   count(distinct q.family) filter (where not e.together and e.gained)
                     - count(distinct q.family) filter (where not e.together and not e.gained) as alone,
                   count(distinct q.family) filter (where e.together and e.gained)
                     - count(distinct q.family) filter (where e.together and not e.gained) as together
            from recruit c
            join place p on p.postcode = c.postcode
            join recruit_effect e on e.organisation = c.organisation and e.run = c.run and e.rank = c.rank
            join support_request q on q.organisation = e.organisation and q.id = e.request
            where c.run = :run
            group by c.organisation, c.run, c.rank, p.postcode
            having count(*) filter (where not e.together and e.gained) > 0
            order by c.rank
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Recruits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the place of what an earlier night said. */
    public void keep(Run run, List<Wanted> wanted, int waitingForIntroductions) {
        jdbc.sql("delete from recruit_night").update();
        jdbc.sql("""
                        insert into recruit_night (organisation, run, reckoned_at, waiting_for_introductions)
                        values (:organisation, :run, :now, :waiting)
                        """)
                .param("organisation", run.organisation().value())
                .param("run", run.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("waiting", waitingForIntroductions)
                .update();
        for (int i = 0; i < wanted.size(); i++) {
            keep(run, i + 1, wanted.get(i));
        }
    }

    private void keep(Run run, int rank, Wanted wanted) {
        Profile profile = wanted.profile();
        jdbc.sql(RECRUIT)
                .param("organisation", run.organisation().value())
                .param("run", run.id().value())
                .param("rank", rank)
                .param("kind", profile.kind().name())
                .param("postcode", profile.near().digits())
                .param("language", profile.language().code())
                .param("dayParts", profile.dayParts().bits())
                .param("skills", array(profile.skills()))
                .param("extras", array(profile.extras()))
                .param("quarters", profile.hoursPerWeek().quarters())
                .param("families", profile.families())
                .update();
        keep(run, rank, wanted.alone(), false);
        keep(run, rank, wanted.together(), true);
    }

    private void keep(Run run, int rank, Wanted.Effect effect, boolean together) {
        keep(run, rank, effect.gained(), together, true);
        keep(run, rank, effect.lost(), together, false);
    }

    private void keep(Run run, int rank, Set<SupportRequestId> requests, boolean together, boolean gained) {
        jdbc.sql(EFFECT)
                .param("organisation", run.organisation().value())
                .param("run", run.id().value())
                .param("rank", rank)
                .param("together", together)
                .param("gained", gained)
                .param(
                        "requests",
                        requests.stream()
                                .map(request -> request.value().toString())
                                .sorted()
                                .collect(Collectors.joining(",", "{", "}")))
                .update();
    }

    private static <E extends Enum<E>> String array(Set<E> names) {
        return names.stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }

    /** Whether this has been reckoned of a run. */
    public boolean has(RunId run) {
        return jdbc.sql("select exists (select from recruit_night where run = :run)")
                .param("run", run.value())
                .query(Boolean.class)
                .single();
    }

    /** What the last night that was reckoned says to this reader; empty: no night yet. */
    public Optional<RecruitNight> last() {
        String sql = """
                select n.run, r.day, n.reckoned_at, n.waiting_for_introductions
                from recruit_night n join run r on r.organisation = n.organisation and r.id = n.run
                """;
        return jdbc.sql(sql)
                .query((row, number) -> new RecruitNight(
                        new RunId(row.getLong("run")),
                        row.getObject("day", LocalDate.class),
                        row.getObject("reckoned_at", OffsetDateTime.class).toInstant(),
                        row.getInt("waiting_for_introductions"),
                        lines(row.getLong("run"))))
                .optional();
    }

    private List<RecruitLine> lines(long run) {
        return new ArrayList<>(
                jdbc.sql(LINES).param("run", run).query(Recruits::line).list());
    }

    private static RecruitLine line(ResultSet row, int number) throws SQLException {
        Postcode postcode = new Postcode(row.getInt("postcode"));
        Profile profile = new Profile(
                SupportKind.valueOf(row.getString("kind")),
                postcode,
                new Language(row.getString("language")),
                new DayParts(row.getInt("day_parts")),
                names(row, "skills").map(Need::valueOf).collect(Collectors.toSet()),
                names(row, "extras").map(Extra::valueOf).collect(Collectors.toSet()),
                new Hours(row.getInt("quarters_per_week")),
                row.getInt("families"));
        Place place = new Place(
                postcode,
                new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                row.getString("town"),
                row.getString("municipality"));
        return new RecruitLine(row.getInt("rank"), profile, place, row.getInt("alone"), row.getInt("together"));
    }

    private static Stream<String> names(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray()).map(Object::toString);
    }
}
