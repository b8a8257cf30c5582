package nl.koppelwerk.ui.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Dutch, unless the reader chose otherwise: English, and on the pages that are not for staff one of theirs. The choice stays in a
 * cookie for a year.
 */
final class ReaderLanguage implements LocaleResolver {
    static final Locale DUTCH = Locale.of("nl");
    private static final String COOKIE = "language";
    private static final int YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(COOKIE) instanceof Locale chosen) {
            return chosen;
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return spoken(request, cookie == null ? "" : cookie.getValue());
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        Locale chosen = spoken(request, locale == null ? "" : locale.getLanguage());
        request.setAttribute(COOKIE, chosen);
        if (response != null) {
            response.addCookie(cookie(chosen, request.isSecure()));
        }
    }

    private static Cookie cookie(Locale chosen, boolean secure) {
        Cookie cookie = new Cookie(COOKIE, chosen.getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(YEAR_IN_SECONDS);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static Locale spoken(HttpServletRequest request, String language) {
        boolean own = OwnLanguage.spokenAt(
                request.getRequestURI().substring(request.getContextPath().length()));
        return own
                ? OwnLanguage.of(language).locale()
                : language.equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : DUTCH;
    }
}
