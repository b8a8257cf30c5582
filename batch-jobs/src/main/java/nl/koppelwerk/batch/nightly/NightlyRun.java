package nl.koppelwerk.batch.nightly;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.database.AdvisoryLocks;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches one organisation for one night. May be killed anywhere and asked again: it ends with the proposals of a night
 * that nobody disturbed, each of them once.
 */
public final class NightlyRun {
    private static final Logger log = LoggerFactory.getLogger(NightlyRun.class);

    private final AdvisoryLocks locks;
    private final NightData data;
    private final NightlyJob job;
    private final NightlyMatcher matcher;
    private final Supplier<UUID> attempts;
    private final String softwareVersion;
    private final List<AfterNight> afterwards;

    NightlyRun(
            AdvisoryLocks locks,
            NightData data,
            NightlyJob job,
            NightlyMatcher matcher,
            Supplier<UUID> attempts,
            String softwareVersion,
            List<AfterNight> afterwards) {
        this.locks = locks;
        this.data = data;
        this.job = job;
        this.matcher = matcher;
        this.attempts = attempts;
        this.softwareVersion = softwareVersion;
        this.afterwards = List.copyOf(afterwards);
    }

    public Night run(NightOrder order, NightProgress progress) {
        OrganisationId organisation = order.organisation();
        Optional<AdvisoryLocks.Held> lock = locks.tryTake("nightly " + organisation.value());
        if (lock.isEmpty()) {
            return new Night.Busy();
        }
        try (AdvisoryLocks.Held held = lock.get()) {
            log.debug("Under lock {}", held);
            return underLock(order, progress);
        }
    }

    private Night underLock(NightOrder order, NightProgress progress) {
        OrganisationId organisation = order.organisation();
        job.closeInterrupted(organisation);
        data.hands().clear(organisation);
        Optional<Run> interrupted = data.reconciling().findInterrupted(organisation);
        if (interrupted.isPresent()) {
            Night finished = perform(interrupted.get(), attempts.get(), progress);
            if (answers(order, interrupted.get())) {
                return finished;
            }
        }
        Optional<Run> done = publishedSince(order);
        if (done.isPresent()) {
            return new Night.DoneAlready(done.get().id());
        }
        UUID attempt = attempts.get();
        return perform(start(order, attempt), attempt, progress);
    }

    private Run start(NightOrder order, UUID attempt) {
        OrganisationId organisation = order.organisation();
        return data.scope().inside(organisation, () -> {
            Run run = data.runs().start(organisation, attempt, order.seed(), order.day(), softwareVersion);
            order.by().ifPresent(account -> data.progress().startedBy(run.id(), account));
            return run;
        });
    }

    /** Whether a run that was interrupted after publishing is what this order would have come to. */
    private static boolean answers(NightOrder order, Run interrupted) {
        return interrupted.day().equals(order.day()) && interrupted.seed() == order.seed();
    }

    private Optional<Run> publishedSince(NightOrder order) {
        return order.unlessPublishedSince()
                .flatMap(moment -> data.scope()
                        .reading(order.organisation(), () -> data.runs().findPublishedSince(moment)));
    }

    private Night perform(Run run, UUID attempt, NightProgress progress) {
        progress.started(run.id());
        Optional<String> failure = job.start(run, attempt, new NightWork(data, matcher, run, progress));
        if (failure.isEmpty()) {
            afterwards.forEach(one -> one.reckon(run));
            return new Night.Published(run.id());
        }
        Run ended = data.scope().inside(run.organisation(), () -> {
            data.runs().fail(run, failure.get());
            return data.runs().get(run.id());
        });
        return ended.status() == Run.Status.CANCELLED
                ? new Night.Cancelled(run.id())
                : new Night.Failed(run.id(), failure.get());
    }
}
