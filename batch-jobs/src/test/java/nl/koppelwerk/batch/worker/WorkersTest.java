package nl.koppelwerk.batch.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.data.work.NoDesk;
import nl.koppelwerk.data.work.WorkJobs;
import nl.koppelwerk.data.work.WorkerAccess;
import nl.koppelwerk.data.work.WorkerDesk;
import nl.koppelwerk.data.work.WorkerDesk.Claimed;
import nl.koppelwerk.data.work.WorkerSettings;
import nl.koppelwerk.data.work.Workers;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.Hands;
import nl.koppelwerk.solver.Optimiser;
import nl.koppelwerk.solver.PieceFormat;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Settings;
import nl.koppelwerk.trial.SideBySide;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody, one worker, five workers, a frozen one: the plan is the same. */
@ExtendWith(DatabaseExtension.class)
@Timeout(60)
class WorkersTest {
    private static final String VERSION = "1.0-test";
    private static final Duration LEASE = Duration.ofSeconds(40);
    private static final Settings SETTINGS = new Settings(7, 10, 3, 60, 50, Duration.ofMinutes(2), 2);
    /** Seven towns that have nothing to do with each other. */
    private static final Problem PROBLEM = SideBySide.of(IntStream.range(0, 7)
            .mapToObj(town -> Towns.of(12 + 3 * town, town))
            .toList());

    /** Parts of these with more than one request. */
    private static final int OFFERED = 12;

    private final TestDatabase database;
    private final WorkJobs jobs;
    private final List<WorkerDesk> desks = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final List<CompletableFuture<Optional<String>>> working = new ArrayList<>();
    private final ConcurrentLinkedQueue<Integer> planned = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> tooLate = new ConcurrentLinkedQueue<>();

    WorkersTest(TestDatabase database) {
        this.database = database;
        this.jobs = new WorkJobs(database.jdbc(), database.scope(), UUID::randomUUID);
        jobs.keptBy(VERSION);
    }

    @AfterEach
    void stop() {
        workers.forEach(Worker::stop);
        working.forEach(CompletableFuture::join);
        desks.forEach(WorkerDesk::leave);
        desks.forEach(WorkerDesk::close);
        assertThat(pieces()).isZero();
    }

    @Test
    void thePlanIsTheSameWithNobodyOneAndFive() throws Exception {
        Result alone = plan(Hands.OWN, "alone");
        Result nobody = plan(hands(0, 2), "nobody");
        assertThat(planned).isEmpty();
        work(1, VERSION);
        Result one = plan(hands(60_000, 2), "one");
        assertThat(planned).hasSize(OFFERED).doesNotHaveDuplicates();
        work(4, VERSION);
        Result five = plan(hands(0, 2), "five");

        assertThat(List.of(nobody, one, five)).allSatisfy(other -> same(other, alone));
        assertThat(new Workers(database.jdbc()).list())
                .hasSize(5)
                .allMatch(Workers.Worker::isAlive)
                .anySatisfy(worker -> assertThat(worker.last()).isPresent());
    }

    @Test
    void aFrozenWorkerDelaysAndItsLateAnswerIsRefused() throws Exception {
        Result alone = plan(Hands.OWN, "alone 2");
        WorkerDesk frozen = desk();
        frozen.announce("frozen", VERSION, 1);
        CompletableFuture<Result> night = CompletableFuture.supplyAsync(() -> plan(hands(60_000, 2), "frozen"));

        Claimed piece = claim(frozen);
        endLeases();
        work(1, VERSION);
        same(night.join(), alone);

        byte[] late = PieceFormat.write(
                PieceFormat.readTask(piece.task(), piece.left()).plan(Clock.systemUTC()));
        assertThat(frozen.renew(piece)).isFalse();
        assertThat(frozen.answer(piece, late, 1)).isFalse();
        assertThat(planned).hasSize(OFFERED).contains(piece.number());
    }

    @Test
    void anAnswerUnderAnEarlierClaimIsRefusedWhileThePieceIsWithSomebodyElse() throws Exception {
        Result alone = plan(Hands.OWN, "alone 3");
        WorkerDesk frozen = desk();
        WorkerDesk second = desk();
        frozen.announce("frozen", VERSION, 1);
        second.announce("second", VERSION, 1);
        CompletableFuture<Result> night = CompletableFuture.supplyAsync(() -> plan(hands(60_000, 2), "earlier"));

        Claimed first = claim(frozen);
        Claimed other = claim(second);
        endLeases();
        Claimed again = claim(second);

        assertThat(other.number()).isNotEqualTo(first.number());
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(List.of(first.token(), other.token(), again.token())).containsExactly(1, 1, 2);
        assertThat(frozen.answer(first, new byte[] {1}, 1)).isFalse();
        assertThat(second.renew(again)).isTrue();
        answer(second, again);
        while (!night.isDone()) {
            second.claim().ifPresent(piece -> answer(second, piece));
        }
        same(night.join(), alone);
    }

    @Test
    void withoutAWorkerThatGoesOnTheRunPlansAllItself() throws Exception {
        Result alone = plan(Hands.OWN, "alone 4");
        WorkerDesk dead = desk();
        dead.announce("dead", VERSION, 1);
        CompletableFuture<Result> night = CompletableFuture.supplyAsync(() -> plan(hands(300, 2), "dead"));

        Claimed never = claim(dead);
        endLeases();

        same(night.join(), alone);
        assertThat(dead.renew(never)).isFalse();
    }

    @Test
    void rubbishFromAWorkerIsNotTaken() throws Exception {
        Result alone = plan(Hands.OWN, "alone 5");
        WorkerDesk broken = desk();
        broken.announce("broken", VERSION, 1);
        CompletableFuture<Result> night = CompletableFuture.supplyAsync(() -> plan(hands(60_000, 2), "rubbish"));

        byte[] good = answered(claim(broken), broken);
        assertThat(broken.answer(claim(broken), good, 1)).isTrue();
        assertThat(broken.answer(claim(broken), new byte[] {3, 1, 4}, 1)).isTrue();
        assertThat(broken.giveBack(claim(broken), "java.lang.OutOfMemoryError")).isTrue();
        work(1, VERSION);

        same(night.join(), alone);
    }

    @Test
    void aWorkerOfAnotherVersionRefusesAndIsGivenNothing() throws Exception {
        WorkerDesk desk = desk();
        Optional<String> other = new Worker(
                        desk, new Worker.Name("old", "0.9", 1), Clock.systemUTC(), new Heard(new CountDownLatch(1)))
                .work();

        assertThat(other).contains(VERSION);
        assertThat(jobs.isAnybodyThere(VERSION)).isFalse();
        WorkerDesk sameVersion = desk();
        sameVersion.announce("new", VERSION, 1);
        desk.announce("old", "0.9", 1);
        CompletableFuture<Result> night = CompletableFuture.supplyAsync(() -> plan(hands(300, 2), "version"));
        claim(sameVersion);
        assertThat(desk.claim()).isEmpty();
        endLeases();
        night.join();
    }

    @Test
    void aWorkerThatIsWorkingStopsWhenTheSoftwareIsRenewed() throws Exception {
        work(1, VERSION);

        jobs.keptBy("1.1-test");

        assertThat(working.getFirst().join()).contains("1.1-test");
    }

    @Test
    void aWorkerReadsNoTable() {
        List<String> tables = database.ownerJdbc()
                .sql("""
                        select format('%I.%I', n.nspname, c.relname)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname in ('public', 'batch', 'work')
                        """)
                .query((row, number) -> row.getString(1))
                .list();
        String readable = """
                select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('public', 'batch', 'work') and c.relkind in ('r', 'p', 'v', 'm', 'S')
                  and (has_table_privilege('koppelwerk_worker', c.oid, 'select, insert, update, delete, truncate, references, trigger')
                       or has_any_column_privilege('koppelwerk_worker', c.oid, 'select, insert, update'))
                """;

        assertThat(tables).hasSizeGreaterThan(80);
        assertThat(database.ownerJdbc().sql(readable).query(Long.class).single())
                .isZero();
        assertThatThrownBy(() ->
                        WorkerDesk.open(new WorkerAccess(database.worker().url(), TestDatabase.WORKER, "guess"), 1))
                .isInstanceOfSatisfying(
                        NoDesk.class, e -> assertThat(e.reason()).isEqualTo(NoDesk.Reason.WRONG_PASSWORD));
    }

    private record Heard(
            CountDownLatch isReady, ConcurrentLinkedQueue<Integer> planned, ConcurrentLinkedQueue<Integer> tooLate)
            implements Worker.Listener {
        Heard(CountDownLatch isReady) {
            this(isReady, new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        }

        @Override
        public void ready() {
            isReady.countDown();
        }

        @Override
        public void planned(long run, int piece, double seconds) {
            planned.add(piece);
        }

        @Override
        public void tooLate(long run, int piece) {
            tooLate.add(piece);
        }

        @Override
        public void unreachable() {
            throw new AssertionError("the database answers");
        }
    }

    private void work(int count, String version) throws Exception {
        for (int i = 0; i < count; i++) {
            CountDownLatch ready = new CountDownLatch(1);
            Worker worker = new Worker(
                    desk(),
                    new Worker.Name("test:" + desks.size(), version, 2),
                    Clock.systemUTC(),
                    new Heard(ready, planned, tooLate));
            workers.add(worker);
            working.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return worker.work();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    command -> Thread.ofPlatform().daemon().start(command)));
            ready.await();
        }
    }

    private WorkerDesk desk() throws NoDesk {
        WorkerDesk desk = WorkerDesk.open(
                new WorkerAccess(
                        database.worker().url(),
                        TestDatabase.WORKER,
                        database.worker().password()),
                2);
        desks.add(desk);
        return desk;
    }

    private static Claimed claim(WorkerDesk desk) {
        Optional<Claimed> claimed = desk.claim();
        while (claimed.isEmpty()) {
            desk.awaitWork(Duration.ofMillis(20));
            claimed = desk.claim();
        }
        return claimed.get();
    }

    private static void answer(WorkerDesk desk, Claimed piece) {
        assertThat(desk.answer(piece, bytes(piece), 1)).isTrue();
    }

    private static byte[] answered(Claimed piece, WorkerDesk desk) {
        answer(desk, piece);
        return bytes(piece);
    }

    private static byte[] bytes(Claimed piece) {
        try {
            return PieceFormat.write(
                    PieceFormat.readTask(piece.task(), piece.left()).plan(Clock.systemUTC()));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private SharedHands hands(long headStartMillis, int leastRequests) {
        WorkerSettings settings = new WorkerSettings(
                TestDatabase.WORKER, Optional.empty(), LEASE, Duration.ofMillis(headStartMillis), leastRequests);
        return new SharedHands(jobs, settings, VERSION, 2);
    }

    private Result plan(SharedHands hands, String organisation) {
        return plan(hands.apply(run(organisation)), organisation);
    }

    private static Result plan(Hands hands, String organisation) {
        Result result = new Optimiser(Clock.systemUTC(), hands).optimise(PROBLEM, SETTINGS, Progress.NONE);
        assertThat(result.clockWasNeeded()).as(organisation).isFalse();
        return result;
    }

    private static void same(Result one, Result other) {
        assertThat(one.plan().pair()).isEqualTo(other.plan().pair());
        assertThat(one.plan().dayParts()).isEqualTo(other.plan().dayParts());
        assertThat(one.bound()).isEqualTo(other.bound());
        assertThat(one.status()).isEqualTo(other.status());
    }

    private Run run(String name) {
        OrganisationId organisation = database.organisation(name);
        return database.scope()
                .inside(
                        organisation,
                        () -> new Runs(database.jdbc(), Clock.systemUTC())
                                .start(organisation, UUID.randomUUID(), 7, Town.TODAY, "test"));
    }

    /** As if so much time had passed. */
    private void endLeases() {
        database.ownerJdbc()
                .sql("update work.piece set lease_until = clock_timestamp() where worker is not null")
                .update();
    }

    private long pieces() {
        return database.ownerJdbc()
                .sql("select count(*) from work.piece")
                .query(Long.class)
                .single();
    }
}
