package nl.koppelwerk.ui.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.Sessions;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.CurrentSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Takes the session off the list of sessions. */
@Component
class SignOut implements LogoutHandler {
    private final OrganisationScope scope;
    private final Sessions sessions;
    private final Audit audit;

    SignOut(OrganisationScope scope, Sessions sessions, Audit audit) {
        this.scope = scope;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication leaving) {
        if (leaving != null && leaving.getPrincipal() instanceof Coordinator person) {
            CurrentSession.of(request)
                    .ifPresent(session -> scope.inside(person.organisation(), () -> {
                        sessions.end(person.account(), session);
                        audit.add(
                                person.organisation(),
                                AuditEntry.of(
                                        person.account(),
                                        AuditEntry.Action.SIGNED_OUT,
                                        AuditEntry.Subject.SESSION,
                                        session));
                    }));
        }
    }
}
