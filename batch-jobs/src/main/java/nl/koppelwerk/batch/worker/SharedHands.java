package nl.koppelwerk.batch.worker;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.work.WorkJobs;
import nl.koppelwerk.data.work.WorkerSettings;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.solver.Hands;
import nl.koppelwerk.solver.PieceAnswer;
import nl.koppelwerk.solver.Pieces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The hands of a run: this machine's, and those of the workers that are there when pieces are to be planned. */
public final class SharedHands implements Function<Run, Hands> {
    private static final Logger log = LoggerFactory.getLogger(SharedHands.class);

    private final WorkJobs jobs;
    private final WorkerSettings settings;
    private final String version;
    private final Semaphore cores;

    SharedHands(WorkJobs jobs, WorkerSettings settings, String version, int cores) {
        this.jobs = jobs;
        this.settings = settings;
        this.version = version;
        this.cores = new Semaphore(cores);
    }

    @Override
    public Hands apply(Run run) {
        return pieces -> plan(run, pieces);
    }

    /** Removes what a run that was killed has left; to be called under the lock of the organisation. */
    public void clear(OrganisationId organisation) {
        jobs.clear(organisation);
    }

    private List<PieceAnswer> plan(Run run, Pieces pieces) {
        List<Integer> offered = IntStream.range(0, pieces.count())
                .filter(piece -> pieces.canTravel(piece) && size(pieces, piece) >= settings.leastRequests())
                .boxed()
                .sorted(Comparator.comparing((Integer piece) -> -size(pieces, piece)))
                .toList();
        try {
            if (offered.isEmpty() || !jobs.isAnybodyThere(version)) {
                return Hands.OWN.plan(pieces);
            }
            SharedPieces shared = SharedPieces.offer(jobs, run, version, settings, pieces, offered);
            log.info(
                    "{} of {} pieces of run {} are for anybody",
                    offered.size(),
                    pieces.count(),
                    run.id().value());
            return new SharedPlanning(pieces, shared, cores).plan();
        } catch (DataAccessException | TransactionException e) {
            log.warn("The pieces could not be offered, so they are planned here", e);
            return Hands.OWN.plan(pieces);
        }
    }

    static int size(Pieces pieces, int piece) {
        return pieces.task(piece).problem().requests();
    }
}
