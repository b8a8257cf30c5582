package nl.koppelwerk.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.koppelwerk.data.session.SessionSeal;
import org.springframework.session.web.http.CookieSerializer;

/** The cookie of a session, which shows its id encrypted: who reads the table of sessions cannot make one. */
final class SealedSessionCookie implements CookieSerializer {
    private final CookieSerializer plain;
    private final SessionSeal seal;

    SealedSessionCookie(CookieSerializer plain, SessionSeal seal) {
        this.plain = plain;
        this.seal = seal;
    }

    @Override
    public void writeCookieValue(CookieValue cookie) {
        String id = cookie.getCookieValue();
        plain.writeCookieValue(
                new CookieValue(cookie.getRequest(), cookie.getResponse(), id.isEmpty() ? "" : seal.cookie(id)));
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return plain.readCookieValues(request).stream()
                .flatMap(shown -> seal.id(shown).stream())
                .toList();
    }
}
