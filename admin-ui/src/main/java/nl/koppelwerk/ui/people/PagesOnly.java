package nl.koppelwerk.ui.people;

import java.util.Objects;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Back to the page that was asked for; never to a picture that a browser asks for by itself. */
final class PagesOnly {
    private PagesOnly() {}

    static HttpSessionRequestCache cache() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && Objects.requireNonNullElse(request.getHeader("Accept"), "").contains("text/html"));
        return cache;
    }
}
