package nl.koppelwerk.ui.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/**
 * A cookie that no script reads. On an encrypted line its name begins with a word by which browsers take it from such a line
 * only, so that nobody on an open one can put another in its place.
 *
 * @param path the pages that it is sent to, without the context path
 */
public record KeptCookie(String name, String path, Duration kept) {
    /** Of all pages. */
    public static final String HOST = "__Host-";

    private static final String SECURE = "__Secure-";

    public Optional<String> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, named(request))).map(Cookie::getValue);
    }

    public void set(HttpServletRequest request, HttpServletResponse response, String value) {
        Cookie cookie = new Cookie(named(request), value);
        cookie.setPath(request.getContextPath() + path);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge((int) kept.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private String named(HttpServletRequest request) {
        if (!request.isSecure()) {
            return name;
        }
        return (request.getContextPath() + path).equals("/") ? HOST + name : SECURE + name;
    }
}
