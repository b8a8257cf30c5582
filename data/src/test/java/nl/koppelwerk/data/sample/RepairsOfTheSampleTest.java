package nl.koppelwerk.data.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.imports.ImportOutcome;
import nl.koppelwerk.data.imports.Importing;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.explain.unpaired.SmallRepair;
import nl.koppelwerk.explain.unpaired.SmallRepairs;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.matching.Unpaired;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a page names as a repair is done in the sample, and the whole city is matched again. */
@ExtendWith(DatabaseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepairsOfTheSampleTest {
    private static final int FAMILIES = 10;
    private static final Settings NIGHT = new Settings(1, 2, Duration.ofMinutes(2), 2);
    private static final Settings QUICK = new Settings(1, 1, 1, 20, 20, Duration.ofMillis(300), 1);
    private static final Clock CLOCK = Clock.fixed(
            SampleCity.DAY.atTime(9, 0).atZone(ZoneId.of("Europe/Amsterdam")).toInstant(),
            ZoneId.of("Europe/Amsterdam"));

    private final TestDatabase database;
    private final OrganisationId organisation;
    private final Snapshots snapshots;

    @TempDir
    Path folder = Path.of("");

    RepairsOfTheSampleTest(TestDatabase database) {
        this.database = database;
        this.organisation = new SampleOrganisation(
                        new Organisations(database.jdbc(), database.scope()),
                        new Programmes(database.jdbc()),
                        database.scope())
                .found("Repairs of the sample");
        this.snapshots = new Snapshots(database.jdbc(), database.scope());
    }

    @BeforeAll
    void importTheSample() {
        for (String file : List.of(SampleCity.POSTCODES_FILE, SampleCity.VOLUNTEERS_FILE, SampleCity.FAMILIES_FILE)) {
            assertThat(new Importing(database.jdbc(), database.scope(), CLOCK, FileLimits.DEFAULT)
                            .importFile(
                                    organisation,
                                    new Importing.Offer(Path.of("sample", file), file, folder),
                                    rows -> {}))
                    .isInstanceOf(ImportOutcome.Imported.class);
        }
    }

    private Matched match() {
        Snapshot now = snapshots.read(organisation, SampleCity.DAY);
        return new Matching(CLOCK).propose(now, NIGHT, Progress.NONE);
    }

    private void save(Volunteer volunteer) {
        database.scope().inside(organisation, () -> new Volunteers(database.jdbc()).saveAll(List.of(volunteer)));
    }

    @Test
    void theRepairNamedForTenFamiliesWithoutAnybodyServesThemWhenItIsDone() {
        Matched before = match();
        SmallRepairs repairs = new SmallRepairs(before, CLOCK, QUICK);
        List<String> done = new ArrayList<>();
        List<String> undone = new ArrayList<>();
        for (Unpaired unpaired : before.unpaired()) {
            Optional<SmallRepair> named =
                    repairs.of(unpaired.request(), 1).stream().findFirst();
            if (named.isPresent() && done.size() + undone.size() < FAMILIES) {
                boolean served = isServedAfter(unpaired.request(), named.get());
                (served ? done : undone)
                        .add(unpaired.request() + " " + named.get().clauses());
            }
        }

        assertThat(undone).isEmpty();
        assertThat(done).hasSize(FAMILIES);
    }

    private boolean isServedAfter(SupportRequestId request, SmallRepair repair) {
        save(repair.after());
        Matched after = match();
        save(repair.volunteer());
        return after.proposals().stream()
                .anyMatch(proposal -> proposal.request().equals(request));
    }
}
