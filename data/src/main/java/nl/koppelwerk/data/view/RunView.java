package nl.koppelwerk.data.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A nightly run as a coordinator reads it; the figures are 0 while it is under way.
 *
 * @param duration empty while it is under way
 * @param decided proposals of this run that somebody has decided on
 */
public record RunView(
        long number,
        LocalDate day,
        Status status,
        Instant startedAt,
        Optional<Duration> duration,
        String softwareVersion,
        long seed,
        Figures figures,
        long decided,
        Optional<String> failure) {

    /** How far a run has come. */
    public enum Status {
        RUNNING,
        PUBLISHED,
        FAILED,
        CANCELLED
    }

    /**
     * What went in and what came out.
     *
     * @param fitBound empty when no bound is known
     */
    public record Figures(
            long requests,
            long volunteers,
            long feasiblePairs,
            long proposed,
            long unpaired,
            int meanDistanceMetres,
            long servedWeight,
            long servedWeightBound,
            long fit,
            Optional<Long> fitBound,
            boolean timeLimitReached) {
        /**
         * How far the plan is at most from the best possible, 0 to 1: on the requests served, and where nothing better is
         * possible there, on the fit. Empty when that is not known.
         */
        public Optional<Double> gap() {
            return servedWeight < servedWeightBound
                    ? Optional.of(gap(servedWeight, servedWeightBound))
                    : fitBound.map(bound -> gap(fit, bound));
        }

        /** Whether it is proved that no plan is better. */
        public boolean best() {
            return gap().filter(gap -> gap == 0).isPresent();
        }

        private static double gap(long reached, long bound) {
            return bound > reached ? (double) (bound - reached) / bound : 0;
        }
    }
}
