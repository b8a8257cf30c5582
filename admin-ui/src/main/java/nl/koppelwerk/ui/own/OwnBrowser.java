package nl.koppelwerk.ui.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.ui.shell.KeptCookie;
import nl.koppelwerk.ui.shell.OwnLanguage;
import org.springframework.stereotype.Component;

/** The secret by which a browser is known to be the one that asked for a link. */
@Component
class OwnBrowser {
    private static final KeptCookie COOKIE = new KeptCookie("own", OwnLanguage.PAGES, Duration.ofDays(400));

    private final Secrets secrets;

    OwnBrowser(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Empty: this browser never asked. */
    static String of(HttpServletRequest request) {
        return COOKIE.in(request).orElse("");
    }

    /** As it is known, or from now on. */
    String known(HttpServletRequest request, HttpServletResponse response) {
        String shown = of(request);
        String secret = shown.isEmpty() ? secrets.next() : shown;
        COOKIE.set(request, response, secret);
        return secret;
    }
}
