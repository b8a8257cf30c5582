package nl.koppelwerk.pairing.life;

import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.week.Hours;

/**
 * What one side says about how it goes.
 *
 * @param mood 1 (badly) to 5 (very well)
 * @param hoursPerWeek how much help there was of late
 * @param worries in their own words; empty: none
 * @param progress of the family since the start, 1 to 5; a life domain that is not there is not applicable
 */
public record CheckIn(
        int mood, Hours hoursPerWeek, Optional<String> worries, Wish wish, Map<LifeDomain, Integer> progress) {
    /** What the side wants next. */
    public enum Wish {
        CONTINUE,
        STOP,
        CALL_ME
    }

    public CheckIn {
        progress = Map.copyOf(progress);
        if (mood < 1 || mood > 5 || progress.values().stream().anyMatch(score -> score < 1 || score > 5)) {
            throw new IllegalArgumentException("not 1 to 5: mood " + mood + ", progress " + progress);
        }
        if (progress.containsKey(LifeDomain.OTHER)) {
            throw new IllegalArgumentException("progress is scored in five life domains, not in the rest");
        }
    }

    /** Whether a coordinator has to act on it. */
    public boolean asksForAttention() {
        return worries.isPresent() || wish != Wish.CONTINUE;
    }
}
