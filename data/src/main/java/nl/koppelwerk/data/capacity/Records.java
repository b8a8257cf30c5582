package nl.koppelwerk.data.capacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.capacity.Recorded;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.data.programme.KeptProgrammeFiles;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads who came and went in the last year, week by week. Who was there when an organisation began with Koppelwerk came
 * before that, nobody knows when, and is no arrival.
 */
public final class Records {
    private static final int WEEKS = 52;

    /** Fewer pairings that ended say too little of how long help lasts. */
    static final int FEWEST_ENDED = 10;

    /**
     * Trajectories of the Rotterdam monitor that were finished, each as the middle of its class in weeks (domain of the
     * sources: support-duration.csv): 16 of half a year at most, 21, 13, 12 and 7 of longer.
     */
    private static final int[][] MONITOR = {{13, 16}, {39, 21}, {65, 13}, {91, 12}, {130, 7}};

    private static final String FAMILIES = """
            select (:today - q.waiting_since - 1) / 7 as week, count(*) as number
            from support_request q join family f on f.organisation = q.organisation and f.id = q.family
            where q.waiting_since between :today - 7 * :weeks and :today - 1 and f.erased_on is null
            group by 1
            """;

    private static final String BEGAN = """
            coalesce((select min(c.at)::date from record_change c where c.volunteer is not null and c.field is null),
                     date '-infinity')
            """;

    private static final String VOLUNTEERS = """
            select (:today - v.registered_on - 1) / 7 as week, count(*) as number
            from volunteer v
            where v.registered_on between :today - 7 * :weeks and :today - 1 and v.erased_on is null
              and v.merged_into is null and v.registered_on <>
            """ + BEGAN + " group by 1";

    private static final String STOPS = """
            select (:today - v.stopped_on - 1) / 7 as week, count(*) as number
            from volunteer v
            where v.stopped_on between :today - 7 * :weeks and :today - 1 and v.merged_into is null
            group by 1
            """;

    private static final String WEEKS_OF_HELP = """
            select greatest(1, (l.ended_on - l.started_on) / 7) as weeks
            from pairing_life l
            where l.started_on is not null and l.ended_on >= l.started_on
            order by l.organisation, l.pairing
            """;

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Snapshots snapshots;
    private final KeptProgrammeFiles files;

    public Records(JdbcClient jdbc, OrganisationScope scope, Snapshots snapshots, KeptProgrammeFiles files) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.snapshots = snapshots;
        this.files = files;
    }

    /**
     * @param ownDurations whether help lasted as long as the organisation's own pairings; else as long as in the monitor
     */
    public record Read(Recorded recorded, boolean ownDurations) {}

    /** Of the whole organisation, whoever asks: what comes out are sums. */
    public Read read(OrganisationId organisation, LocalDate today) {
        Snapshot now = snapshots.read(organisation, today);
        return scope.reading(organisation, () -> WholeOrganisation.seen(jdbc, () -> read(now, today)));
    }

    private Read read(Snapshot now, LocalDate today) {
        List<Integer> lasted = jdbc.sql(WEEKS_OF_HELP)
                .query((row, number) -> row.getInt("weeks"))
                .list();
        boolean own = lasted.size() >= FEWEST_ENDED;
        return new Read(
                new Recorded(
                        now,
                        weeks(FAMILIES, today),
                        weeks(VOLUNTEERS, today),
                        weeks(STOPS, today),
                        own ? lasted : monitor(),
                        coordinators(),
                        places(now)),
                own);
    }

    /** The oldest week first, from the first in which somebody came; empty weeks after that count. */
    private List<Integer> weeks(String sql, LocalDate today) {
        List<Integer> weeks = new ArrayList<>();
        jdbc.sql(sql).param("today", today).param("weeks", WEEKS).query(row -> {
            int week = row.getInt("week");
            while (weeks.size() <= week) {
                weeks.add(0);
            }
            weeks.set(week, row.getInt("number"));
        });
        Collections.reverse(weeks);
        return weeks;
    }

    private static List<Integer> monitor() {
        List<Integer> weeks = new ArrayList<>();
        for (int[] part : MONITOR) {
            weeks.addAll(Collections.nCopies(part[1], part[0]));
        }
        return weeks;
    }

    /** Where a programme is installed from a file that says what its staff can carry. */
    private Map<ProgrammeId, Integer> places(Snapshot now) {
        Map<ProgrammeId, Integer> places = new HashMap<>();
        for (Programme programme : now.programmes()) {
            files.find(programme.id())
                    .flatMap(KeptProgrammeFiles.Kept::read)
                    .flatMap(file -> file.capacity().staff())
                    .ifPresent(staff -> places.put(programme.id(), staff.places()));
        }
        return places;
    }

    private int coordinators() {
        return Math.max(
                1,
                jdbc.sql("select count(*) from account where role = 'COORDINATOR' and enabled")
                        .query(Integer.class)
                        .single());
    }
}
