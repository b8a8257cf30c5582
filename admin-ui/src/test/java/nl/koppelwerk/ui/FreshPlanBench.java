package nl.koppelwerk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.batch.standing.FreshPlans;
import nl.koppelwerk.batch.standing.StandingPlans;
import nl.koppelwerk.batch.standing.Touched;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.data.store.KeptPairings;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.matching.standing.Mending;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Decline;
import nl.koppelwerk.pairing.Declining;
import nl.koppelwerk.pairing.DecliningProposals;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/**
 * How long a fresh plan takes after a decline, and what of it goes into reading, into finding who fits and into mending.
 * The plan before the decision is at hand, as it is when somebody decides on a proposal's page. Says
 * figures and judges nothing, so it is no part of the build; it is run by its name, as DECISIONS.md says.
 */
@ExtendWith(DatabaseExtension.class)
class FreshPlanBench {
    private static final Logger LOG = LoggerFactory.getLogger(FreshPlanBench.class);
    private static final int TOWN = 193;
    private static final int WARMING_UP = 3;
    private static final int DECISIONS = 15;

    private final TestDatabase database;

    FreshPlanBench(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void afterADecline(int towns) {
        String email = "noor" + towns + "@koppelwerk.example";
        OrganisationId organisation = Town.emptyTown(database, "Towns " + towns, email);
        Town.fill(database, organisation, TOWN);
        MorningBench.grow(database, organisation, towns);
        database.scope().inside(organisation, () -> {
            database.jdbc()
                    .sql("insert into run_fence (organisation, number) select organisation, 1 from organisation")
                    .update();
        });
        database.ownerJdbc().sql("analyze").update();
        UUID by = database.scope()
                .reading(
                        organisation,
                        () -> database.jdbc()
                                .sql("select id from account")
                                .query((row, number) -> row.getObject("id", UUID.class))
                                .single());
        try (RunningPages pages = new RunningPages(database)) {
            measure(pages.context(), organisation, by);
        }
    }

    /** Milliseconds on the clock, and on processors; PostgreSQL's own are in the first only. */
    private record Time(double clock, double processor) {}

    private void measure(ApplicationContext context, OrganisationId organisation, UUID by) {
        FreshPlans fresh = context.getBean(FreshPlans.class);
        Snapshots snapshots = new Snapshots(database.jdbc(), database.scope());
        List<List<Time>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        StandingPlans standing = context.getBean(StandingPlans.class);
        for (int i = 0; i < WARMING_UP + DECISIONS; i++) {
            Candidates before = standing.of(organisation).candidates();
            Pairing declined = decline(context.getBean(Clock.class), organisation, by);
            Touched touched = Touched.by(by, declined);
            List<Time> one = new ArrayList<>();
            Snapshot snapshot = time(one, () -> snapshots.read(organisation, Town.DAY));
            Mending mending = time(one, () -> new Mending(before.renewed(snapshot), Set.of()));
            time(one, () -> mending.around(touched.requests(), touched.volunteers(), 1));
            time(one, () -> fresh.after(organisation, touched));
            for (int part = 0; i >= WARMING_UP && part < one.size(); part++) {
                times.get(part).add(one.get(part));
            }
        }
        say("reading", times.get(0));
        say("who fits", times.get(1));
        say("mending", times.get(2));
        say("all, published", times.get(3));
    }

    private Pairing decline(Clock clock, OrganisationId organisation, UUID by) {
        KeptPairings pairings = new KeptPairings(database.jdbc());
        return database.scope().inside(organisation, () -> {
            Pairing proposal = pairings.undecided(Town.DAY).getFirst();
            assertThat(new DecliningProposals(pairings, clock)
                            .decline(
                                    proposal.id(),
                                    proposal.version(),
                                    Declining.because(DeclineReason.NO_CLICK_EXPECTED),
                                    new CoordinatorId(by)))
                    .isInstanceOf(Decline.Declined.class);
            return proposal;
        });
    }

    private static <T> T time(List<Time> times, Supplier<T> work) {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = System.nanoTime();
        long processor = process.getProcessCpuTime();
        T answer = work.get();
        times.add(new Time((System.nanoTime() - start) / 1e6, (process.getProcessCpuTime() - processor) / 1e6));
        return answer;
    }

    private static void say(String part, List<Time> times) {
        double[] clock = times.stream().mapToDouble(Time::clock).sorted().toArray();
        double[] processor =
                times.stream().mapToDouble(Time::processor).sorted().toArray();
        LOG.info(
                "{}: median {} ms, 95% {} ms; on processors {} ms",
                part,
                Math.round(clock[clock.length / 2]),
                Math.round(clock[clock.length * 95 / 100]),
                Math.round(processor[processor.length / 2]));
    }
}
