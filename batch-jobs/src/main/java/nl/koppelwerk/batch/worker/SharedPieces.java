package nl.koppelwerk.batch.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.work.WorkJobs;
import nl.koppelwerk.data.work.WorkJobs.Arrival;
import nl.koppelwerk.data.work.WorkJobs.Job;
import nl.koppelwerk.data.work.WorkJobs.Offer;
import nl.koppelwerk.data.work.WorkerSettings;
import nl.koppelwerk.solver.PieceAnswer;
import nl.koppelwerk.solver.PieceFormat;
import nl.koppelwerk.solver.Pieces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Pieces that were offered to workers, as the run sees them. A database that cannot be reached for a moment does not end a
 * run: from then on it is on its own.
 */
final class SharedPieces implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SharedPieces.class);

    private final WorkJobs jobs;
    private final Job job;
    private final WorkerSettings settings;
    private final Pieces pieces;
    private final List<Integer> offered;
    private final Set<Integer> heard = new HashSet<>();
    private volatile boolean alone;

    private SharedPieces(WorkJobs jobs, Job job, WorkerSettings settings, Pieces pieces, List<Integer> offered) {
        this.jobs = jobs;
        this.job = job;
        this.settings = settings;
        this.pieces = pieces;
        this.offered = offered;
    }

    static SharedPieces offer(
            WorkJobs jobs, Run run, String version, WorkerSettings settings, Pieces pieces, List<Integer> offered) {
        List<Supplier<Offer>> offers = new ArrayList<>();
        for (int piece : offered) {
            offers.add(() -> new Offer(
                    piece, SharedHands.size(pieces, piece), PieceFormat.write(pieces.task(piece), pieces.settings())));
        }
        Job job = jobs.offer(run, version, settings.lease(), pieces.left(), offers);
        return new SharedPieces(jobs, job, settings, pieces, offered);
    }

    List<Integer> offered() {
        return offered;
    }

    Duration headStart() {
        return settings.headStart();
    }

    /** Whether nobody else can be counted on any more. */
    boolean isAlone() {
        return alone || pieces.left().isZero();
    }

    /** A piece that the run may plan itself now: one that nobody is at, else one that a worker is slow with. */
    Optional<Integer> next(Collection<Integer> begun) {
        return asking(() -> jobs.take(job).or(() -> jobs.findSlow(job, settings.lease(), begun)), Optional.empty());
    }

    /** What workers have planned since the last time; what cannot be an answer is left out, and named. */
    Map<Integer, PieceAnswer> arrived(Collection<Integer> bad) {
        Map<Integer, PieceAnswer> answers = new TreeMap<>();
        for (Arrival arrival : asking(() -> jobs.listen(job, heard), List.<Arrival>of())) {
            heard.add(arrival.number());
            arrival.bytes()
                    .flatMap(bytes -> read(arrival, bytes))
                    .filter(answer -> pieces.accept(arrival.number(), answer))
                    .ifPresentOrElse(answer -> answers.put(arrival.number(), answer), () -> {
                        log.warn("Worker {} had no answer to piece {}", arrival.worker(), arrival.number());
                        bad.add(arrival.number());
                    });
        }
        return answers;
    }

    private static Optional<PieceAnswer> read(Arrival arrival, byte[] bytes) {
        try {
            return Optional.of(PieceFormat.readAnswer(bytes));
        } catch (IOException e) {
            log.warn("The answer to piece {} cannot be read", arrival.number(), e);
            return Optional.empty();
        }
    }

    private <T> T asking(Supplier<T> question, T otherwise) {
        if (alone) {
            return otherwise;
        }
        try {
            return question.get();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Workers cannot be reached any more; what is left is planned here", e);
            alone = true;
            return otherwise;
        }
    }

    /** Nobody needs to plan these any more. */
    @Override
    public void close() {
        try {
            jobs.end(job);
        } catch (DataAccessException | TransactionException e) {
            log.warn("Pieces stay behind until the next run", e);
        }
    }
}
