package nl.koppelwerk.ui.own;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.ui.shell.OwnLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The secret by which a browser is known to be the one that asked for a link. */
@Component
class OwnBrowser {
    private static final String COOKIE = "own";
    private static final Duration KEPT = Duration.ofDays(400);

    private final Secrets secrets;

    OwnBrowser(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Empty: this browser never asked. */
    static String of(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    /** As it is known, or from now on. */
    String known(HttpServletRequest request, HttpServletResponse response) {
        String shown = of(request);
        String secret = shown.isEmpty() ? secrets.next() : shown;
        Cookie cookie = new Cookie(COOKIE, secret);
        cookie.setPath(request.getContextPath() + OwnLanguage.PAGES);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return secret;
    }
}
