package nl.koppelwerk.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does numbered pieces of work on several threads; answers come in the order of the numbers. */
final class InParallel {

    private InParallel() {}

    /** The first failure, by number, is thrown as it was. */
    static <T> List<T> map(int threads, int count, IntFunction<T> work) {
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.clamp(count, 1, threads))) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                futures.add(executor.submit(() -> work.apply(number)));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(get(future));
            }
            return answers;
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while parts were being planned", interrupted);
        }
    }
}
