package nl.koppelwerk.ui.shell;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is nothing at this address for this reader; somebody else's looks the same as nobody's. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class UnknownPage extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;
}
