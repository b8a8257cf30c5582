package nl.koppelwerk.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Dutch, unless the reader chose otherwise: English, and on the pages that are not for staff one of theirs. The choice stays in a
 * cookie for a year.
 */
final class ReaderLanguage implements LocaleResolver {
    static final Locale DUTCH = Locale.of("nl");
    private static final String CHOSEN = "language";
    private static final KeptCookie KEPT = new KeptCookie(CHOSEN, "/", Duration.ofDays(365));

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof Locale chosen) {
            return chosen;
        }
        return spoken(request, KEPT.in(request).orElse(""));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        Locale chosen = spoken(request, locale == null ? "" : locale.getLanguage());
        request.setAttribute(CHOSEN, chosen);
        if (response != null) {
            KEPT.set(request, response, chosen.getLanguage());
        }
    }

    private static Locale spoken(HttpServletRequest request, String language) {
        boolean own = OwnLanguage.spokenAt(
                request.getRequestURI().substring(request.getContextPath().length()));
        return own
                ? OwnLanguage.of(language).locale()
                : language.equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : DUTCH;
    }
}
