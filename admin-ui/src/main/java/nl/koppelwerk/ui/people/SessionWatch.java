package nl.koppelwerk.ui.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.own.OwnPages;
import nl.koppelwerk.data.signin.Sessions;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.CurrentSession;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a session go on only while it is on the list of sessions: what is ended there, on whichever node, ends here. One
 * that is not on the list yet still lacks its second step; {@link SignedIn} leaves no other. A volunteer's session goes on
 * while there is such a volunteer.
 */
final class SessionWatch extends OncePerRequestFilter {
    /** What the session shows; unlike its id it never leaves the server. */
    static final String SECRET = "koppelwerk.session";

    private final OrganisationScope scope;
    private final Sessions sessions;
    private final OwnPages pages;
    private final Clock clock;

    SessionWatch(OrganisationScope scope, Sessions sessions, OwnPages pages, Clock clock) {
        this.scope = scope;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    /** Not for longer than a day's part, and not after the volunteer has stopped or was merged into another. */
    private boolean mayGoOn(SignedInVolunteer reader) {
        return !reader.isOver(clock.instant())
                && scope.inside(
                        reader.organisation(),
                        () -> pages.find(reader.volunteer()).isPresent());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/style/") || path.startsWith("/site/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable HttpSession session = request.getSession(false);
        @Nullable Authentication shown = SecurityContextHolder.getContext().getAuthentication();
        boolean kept = session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
        if (session != null && kept && shown != null && shown.getPrincipal() instanceof Coordinator person) {
            if (session.getAttribute(SECRET) instanceof String secret) {
                Optional<Sessions.Session> listed = scope.inside(person.organisation(), () -> sessions.see(secret));
                if (listed.isEmpty()) {
                    session.invalidate();
                    SecurityContextHolder.clearContext();
                    response.sendRedirect(request.getContextPath() + "/login?notice=ended");
                    return;
                }
                CurrentSession.set(request, listed.get().id());
            }
        }
        if (kept && shown != null && shown.getPrincipal() instanceof SignedInVolunteer reader && !mayGoOn(reader)) {
            Objects.requireNonNull(session).invalidate();
            SecurityContextHolder.clearContext();
            response.sendRedirect(request.getContextPath() + "/own/ask?notice=ended");
            return;
        }
        chain.doFilter(request, response);
    }
}
