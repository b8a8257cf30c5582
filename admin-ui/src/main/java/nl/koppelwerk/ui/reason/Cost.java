package nl.koppelwerk.ui.reason;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.explain.Regret;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.ui.shell.Words;

/**
 * What another choice would cost the others, as it is said.
 *
 * @param free whether nobody is worse off
 * @param total who would have nobody any more, and what it comes to
 * @param moves who would get somebody else
 */
record Cost(boolean free, List<String> total, List<String> moves) {
    /** @param seen ids of requests and volunteers that the reader may see */
    static Cost of(Regret regret, Set<UUID> seen, Words words) {
        List<Sentence> losses = regret.losses(seen::contains);
        return new Cost(
                regret.isFree(),
                java.util.stream.Stream.concat(losses.stream(), regret.cost().stream())
                        .map(words::say)
                        .toList(),
                regret.moves(seen::contains).stream().map(words::say).toList());
    }
}
