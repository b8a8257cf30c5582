package nl.koppelwerk.batch.capacity;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import nl.koppelwerk.capacity.CapacityPlanning;
import nl.koppelwerk.capacity.Outlook;
import nl.koppelwerk.capacity.Question;
import nl.koppelwerk.data.capacity.Answer;
import nl.koppelwerk.data.capacity.CapacityPlan;
import nl.koppelwerk.data.capacity.CapacityPlans;
import nl.koppelwerk.data.capacity.Records;
import nl.koppelwerk.data.database.AdvisoryLocks;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays a capacity plan on a thread of its own, one at a time for an organisation, and keeps what comes of it. */
public final class Planning implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Planning.class);

    /** After as long without a sign of life its process is taken for dead. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AdvisoryLocks locks;
    private final Kept kept;
    private final Supplier<UUID> newIds;
    private final Clock clock;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("capacity-", 0).factory());

    Planning(AdvisoryLocks locks, Kept kept, Supplier<UUID> newIds, Clock clock) {
        this.locks = locks;
        this.kept = kept;
        this.newIds = newIds;
        this.clock = clock;
    }

    /** Where plans are read from and written to. */
    record Kept(OrganisationScope scope, Records records, CapacityPlans plans) {}

    /** What came of a start. */
    public sealed interface Start {
        /** @param work completes, never with a failure, when the plan has ended */
        record Started(UUID id, CompletableFuture<?> work) implements Start {}

        /** Another one of the organisation is being played; nothing was started. */
        record Busy() implements Start {}
    }

    /** @param account who asks; empty: somebody at the command line */
    public Start start(OrganisationId organisation, Question question, Optional<UUID> account) {
        Optional<AdvisoryLocks.Held> lock =
                isUnderWay(organisation) ? Optional.empty() : locks.tryTake("capacity " + organisation.value());
        return lock.<Start>map(held -> underLock(organisation, question, account, held))
                .orElseGet(Start.Busy::new);
    }

    private boolean isUnderWay(OrganisationId organisation) {
        return kept.scope()
                .reading(organisation, () -> kept.plans().last())
                .filter(last -> last.status() == CapacityPlan.Status.RUNNING
                        && last.seen().isAfter(clock.instant().minus(PATIENCE)))
                .isPresent();
    }

    /** All of the work is done by the other thread: what the database shows to this one depends on who is signed in. */
    private Start underLock(
            OrganisationId organisation, Question question, Optional<UUID> account, AdvisoryLocks.Held held) {
        UUID id = newIds.get();
        CompletableFuture<Void> begun = CompletableFuture.runAsync(
                () -> kept.scope().inside(organisation, () -> kept.plans().start(organisation, id, question, account)),
                threads);
        CompletableFuture<?> work = begun.thenRunAsync(() -> play(organisation, id, question), threads)
                .whenCompleteAsync((done, failure) -> end(organisation, id, held, failure), threads)
                .handle((done, failure) -> id);
        begun.join();
        return new Start.Started(id, work);
    }

    private void play(OrganisationId organisation, UUID id, Question question) {
        Records.Read read = kept.records().read(organisation, LocalDate.now(clock));
        List<Outlook> outlooks = read.recorded().isEnough()
                ? new CapacityPlanning(read.recorded(), question, clock)
                        .play(share -> kept.scope()
                                .inside(organisation, () -> kept.plans().report(id, share)))
                : List.of();
        kept.scope().inside(organisation, () -> kept.plans().finish(id, Answer.of(outlooks, read)));
    }

    /** What a failure says may name a person, so only its kind is kept. */
    private void end(OrganisationId organisation, UUID id, AdvisoryLocks.Held held, @Nullable Throwable failure) {
        try (held) {
            if (failure != null) {
                Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
                String kind = cause.getClass().getSimpleName();
                log.warn("Capacity plan {} ended: {}", id, kind);
                kept.scope().inside(organisation, () -> kept.plans().fail(id, kind));
            }
        }
    }

    /** One that is under way is interrupted; the next start records that. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
