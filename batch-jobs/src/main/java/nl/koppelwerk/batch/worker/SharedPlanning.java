package nl.koppelwerk.batch.worker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import nl.koppelwerk.solver.PieceAnswer;
import nl.koppelwerk.solver.Pieces;

/**
 * Plans pieces here while workers plan others. Of a piece that is planned twice, because a worker was slow or silent, the first
 * answer counts: they are the same.
 */
final class SharedPlanning {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Pieces pieces;
    private final SharedPieces shared;
    private final Semaphore cores;
    private final List<CompletableFuture<PieceAnswer>> answers;
    private final CompletableFuture<Void> all;
    private final List<Integer> divided = new ArrayList<>();
    private final Deque<Integer> own = new ArrayDeque<>();
    private final Set<Integer> begun = new HashSet<>();
    private final CountDownLatch headStartIsOver = new CountDownLatch(1);

    /** @param cores that this process may keep busy, over everything that it plans at the same time */
    SharedPlanning(Pieces pieces, SharedPieces shared, Semaphore cores) {
        this.pieces = pieces;
        this.shared = shared;
        this.cores = cores;
        this.answers = IntStream.range(0, pieces.count())
                .mapToObj(piece -> new CompletableFuture<PieceAnswer>())
                .toList();
        this.all = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
        Set<Integer> offered = new HashSet<>(shared.offered());
        IntStream.range(0, pieces.count())
                .boxed()
                .filter(piece -> !offered.contains(piece))
                .sorted(Comparator.comparing((Integer piece) -> -SharedHands.size(pieces, piece)))
                .forEach(piece -> (isDivided(piece) ? divided : own).add(piece));
    }

    /** Such a piece only waits for its own pieces, so it takes no core. */
    private boolean isDivided(int piece) {
        return !pieces.canTravel(piece) && SharedHands.size(pieces, piece) > 1;
    }

    List<PieceAnswer> plan() {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("piece-", 0).factory());
        try {
            divided.forEach(piece -> threads.execute(() -> planHere(piece)));
            for (int i = 0; i < pieces.settings().threads(); i++) {
                threads.execute(this::help);
            }
            collect();
            return answers.stream().map(CompletableFuture::join).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while pieces were being planned", interrupted);
        } finally {
            threads.shutdownNow();
            shared.close();
        }
    }

    /** Until all answers are there, or planning one has failed here, which it would do anywhere. */
    private void collect() throws InterruptedException {
        long headStartEnds = System.nanoTime() + shared.headStart().toNanos();
        while (!all.isDone() && answers.stream().noneMatch(CompletableFuture::isCompletedExceptionally)) {
            if (System.nanoTime() >= headStartEnds) {
                headStartIsOver.countDown();
            }
            List<Integer> bad = new ArrayList<>();
            shared.arrived(bad).forEach((piece, answer) -> answers.get(piece).complete(answer));
            synchronized (this) {
                bad.stream().filter(piece -> !begun.contains(piece)).forEach(own::add);
            }
            awaitAnswers();
        }
        rethrow();
    }

    private void awaitAnswers() throws InterruptedException {
        try {
            all.get(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException either) {
            // then we look again; what failed is thrown once all is collected
        }
    }

    /** As {@code Hands.OWN}: the first failure, by number, as it was. */
    private void rethrow() {
        for (CompletableFuture<PieceAnswer> answer : answers) {
            if (answer.isCompletedExceptionally()) {
                switch (answer.exceptionNow()) {
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    default -> throw new IllegalStateException(answer.exceptionNow());
                }
            }
        }
    }

    /** One thread of this machine. A core first, then a piece, so that none waits here that a worker could have. */
    private void help() {
        try {
            while (!all.isDone()) {
                cores.acquire();
                Optional<Integer> piece;
                try {
                    piece = next();
                    piece.ifPresent(this::planHere);
                } finally {
                    cores.release();
                }
                if (piece.isEmpty()) {
                    awaitAnswers();
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            answers.forEach(answer -> answer.completeExceptionally(failure));
        }
    }

    private Optional<Integer> next() {
        Optional<Integer> mine = nextOwn();
        return mine.isPresent() || headStartIsOver.getCount() > 0 ? mine : nextShared();
    }

    private synchronized Optional<Integer> nextOwn() {
        if (own.isEmpty() && shared.isAlone()) {
            shared.offered().stream()
                    .filter(piece ->
                            !begun.contains(piece) && !answers.get(piece).isDone())
                    .forEach(own::add);
        }
        Optional<Integer> next = Optional.ofNullable(own.poll());
        next.ifPresent(begun::add);
        return next;
    }

    private Optional<Integer> nextShared() {
        Optional<Integer> next = shared.next(begun());
        synchronized (this) {
            return next.filter(begun::add);
        }
    }

    private synchronized Set<Integer> begun() {
        return Set.copyOf(begun);
    }

    private void planHere(int piece) {
        CompletableFuture<PieceAnswer> answer = answers.get(piece);
        try {
            if (!answer.isDone()) {
                answer.complete(pieces.planHere(piece));
            }
        } catch (RuntimeException | Error failure) {
            answer.completeExceptionally(failure);
        }
    }
}
