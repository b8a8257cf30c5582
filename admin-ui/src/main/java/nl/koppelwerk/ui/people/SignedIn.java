package nl.koppelwerk.ui.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.account.Accounts.SecondStep;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.KnownBrowsers;
import nl.koppelwerk.data.signin.Sessions;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.SecondFactor;
import nl.koppelwerk.ui.shell.Visit;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** What happens once somebody has shown enough: the session is noted, the browser remembered, the log told. */
@Component
class SignedIn implements AuthenticationSuccessHandler {
    private final OrganisationScope scope;
    private final Sessions sessions;
    private final KnownBrowsers browsers;
    private final Audit audit;
    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();

    SignedIn(OrganisationScope scope, Sessions sessions, KnownBrowsers browsers, Audit audit) {
        this.scope = scope;
        this.sessions = sessions;
        this.browsers = browsers;
        this.audit = audit;
        this.onward.setRequestCache(PagesOnly.cache());
    }

    /** After the password: on to the second step, or in. */
    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication shown)
            throws IOException, ServletException {
        if (shown.getPrincipal() instanceof Coordinator person && person.secondStep() != SecondStep.NOT_ASKED) {
            response.sendRedirect(request.getContextPath() + SecondFactor.page(person));
        } else {
            enter(request, response, shown, "password");
        }
    }

    /** After a second step: in. */
    void withSecondStep(HttpServletRequest request, HttpServletResponse response, Coordinator person, String how)
            throws IOException, ServletException {
        grantSecondFactor(request, response, person, how);
        onward.onAuthenticationSuccess(request, response, current());
    }

    /** The session becomes one that has shown both; its id changes, as after every step up. */
    void grantSecondFactor(HttpServletRequest request, HttpServletResponse response, Coordinator person, String how) {
        List<GrantedAuthority> shown = new ArrayList<>(person.getAuthorities());
        shown.add(FactorGrantedAuthority.withAuthority(SecondFactor.AUTHORITY).build());
        Authentication both = UsernamePasswordAuthenticationToken.authenticated(person, null, shown);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(both);
        SecurityContextHolder.setContext(context);
        request.getSession();
        request.changeSessionId();
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        note(request, response, person, how);
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, Authentication shown, String how)
            throws IOException, ServletException {
        if (shown.getPrincipal() instanceof Coordinator person) {
            note(request, response, person, how);
        }
        onward.onAuthenticationSuccess(request, response, shown);
    }

    /** When this fails nobody is signed in: no session goes on that is not on the list. */
    private void note(HttpServletRequest request, HttpServletResponse response, Coordinator person, String how) {
        boolean noted = false;
        try {
            list(request, response, person, how);
            noted = true;
        } finally {
            if (!noted) {
                SecurityContextHolder.clearContext();
                request.getSession().invalidate();
            }
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response, Coordinator person, String how) {
        Visit visit = Visit.of(request);
        scope.inside(person.organisation(), () -> {
            String session = sessions.start(person.organisation(), person.account(), visit.browser(), visit.network());
            request.getSession().setAttribute(SessionWatch.SECRET, session);
            String known = browsers.remember(person.organisation(), person.account(), visit.known());
            Visit.KNOWN.set(request, response, known);
            audit.add(
                    person.organisation(),
                    new AuditEntry(
                            Optional.of(person.account()),
                            AuditEntry.Action.SIGNED_IN,
                            AuditEntry.Subject.ACCOUNT,
                            person.account().toString(),
                            Map.of("how", how)));
        });
    }

    private static Authentication current() {
        return java.util.Objects.requireNonNull(
                SecurityContextHolder.getContext().getAuthentication());
    }
}
