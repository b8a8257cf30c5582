package nl.koppelwerk.ui.people;

import java.io.Serial;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody guesses, or mistypes often: the next attempt has to wait. */
final class TooManyAttempts extends AuthenticationException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Duration left;

    TooManyAttempts(Duration left) {
        super("wait " + left);
        this.left = left;
    }

    /** Whole minutes, rounded up. */
    long minutes() {
        return left.plusSeconds(59).toMinutes();
    }
}
