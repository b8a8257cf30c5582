package nl.koppelwerk.data.acute;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.signup.SignUp.Signal;

/**
 * Something that cannot wait.
 *
 * @param name what the family is called
 * @param signals what it is
 * @param notedBy name of who wrote it down; empty: the person who signed up said so
 * @param taken who acts on it; empty: nobody yet
 * @param handled what was done; empty: it still needs somebody
 */
public record Emergency(
        UUID id,
        Whose whose,
        String name,
        List<Signal> signals,
        Instant notedAt,
        Optional<String> notedBy,
        Optional<Taken> taken,
        Optional<Handled> handled) {
    public Emergency {
        signals = List.copyOf(signals);
    }

    /**
     * @param registration it is no family yet
     * @param municipality where they live
     * @param phone where they can be called; empty: not known
     */
    public record Whose(UUID id, boolean registration, String municipality, Optional<String> phone) {}

    /** Who acts on it, since when. */
    public record Taken(UUID account, String name, Instant at) {}

    /** By whom, when, and what was done. */
    public record Handled(String by, Instant at, String outcome) {}

    /** Whom to call for any of it, the most pressing first. */
    public List<Helpline> helplines() {
        return Helpline.of(Set.copyOf(signals));
    }

    public boolean isTakenBy(UUID account) {
        return taken.filter(one -> one.account().equals(account)).isPresent();
    }
}
