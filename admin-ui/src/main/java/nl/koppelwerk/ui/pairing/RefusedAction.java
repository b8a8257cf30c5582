package nl.koppelwerk.ui.pairing;

import java.io.Serial;
import nl.koppelwerk.pairing.life.NotPossible;

/** Takes back what the transaction has done until then; told to the coordinator, never an error page. */
final class RefusedAction extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient NotPossible why;

    RefusedAction(NotPossible why) {
        super("not possible: " + why.getClass().getSimpleName());
        this.why = why;
    }

    NotPossible why() {
        return why;
    }
}
