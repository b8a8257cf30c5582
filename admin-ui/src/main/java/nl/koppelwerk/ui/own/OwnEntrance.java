package nl.koppelwerk.ui.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Locale;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Lets a volunteer in who has shown who it is, whichever way. */
@Component
public class OwnEntrance {
    private final OwnDesk desk;
    private final Clock clock;

    OwnEntrance(OwnDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * From here on nobody else is signed in in this browser, whoever was before.
     *
     * @param how the way, for the log
     */
    public void open(
            OwnVolunteer entered,
            String how,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        SecurityContext context = signedIn(entered);
        desk.entered(entered, how, language);
        @Nullable HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }

    private SecurityContext signedIn(OwnVolunteer entered) {
        SignedInVolunteer reader = new SignedInVolunteer(entered.organisation(), entered.volunteer(), clock.instant());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(reader, null, reader.getAuthorities()));
        SecurityContextHolder.setContext(context);
        return context;
    }
}
