package nl.koppelwerk.data.rules;

import java.time.Instant;
import java.util.Optional;
import nl.koppelwerk.domain.programme.RuleSettings;

/**
 * The rules of a programme as somebody put them to use; never changed afterwards.
 *
 * @param at empty for the rules that came with the programme, as are {@code by} and {@code reason}
 * @param by the name of whoever put them to use
 * @param restores the older version that this one brings back
 */
public record RulesVersion(
        RuleSettings settings,
        Optional<Instant> at,
        Optional<String> by,
        Optional<String> reason,
        Optional<Integer> restores) {
    public int number() {
        return settings.version();
    }
}
