package nl.koppelwerk.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** Which of the listed sessions this request belongs to. */
public final class CurrentSession {
    private static final String ATTRIBUTE = CurrentSession.class.getName();

    private CurrentSession() {}

    public static void set(HttpServletRequest request, UUID session) {
        request.setAttribute(ATTRIBUTE, session);
    }

    public static Optional<UUID> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof UUID session ? Optional.of(session) : Optional.empty();
    }
}
