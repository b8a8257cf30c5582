package nl.koppelwerk.data.capacity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.capacity.Question;

/**
 * A question and, once played, its answer.
 *
 * @param share how far it is, 0 to 1
 * @param seen its last sign of life
 * @param answer there when done, and when too little was recorded
 */
public record CapacityPlan(
        UUID id,
        Question question,
        Status status,
        Instant asked,
        Instant seen,
        Optional<Instant> finished,
        double share,
        Optional<Answer> answer) {

    /** How it stands. */
    public enum Status {
        RUNNING,
        DONE,
        /** Nothing was played: that would be making it up. */
        TOO_LITTLE,
        FAILED
    }

    /** How far it is, 0 to 100. */
    public int percent() {
        return (int) Math.round(share * 100);
    }
}
