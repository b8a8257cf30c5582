package nl.koppelwerk.ui.own;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.koppelwerk.ui.shell.OwnLanguage;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives each page of volunteers its language, and the others to choose from. */
@ControllerAdvice(basePackageClasses = OwnFrame.class)
class OwnFrame {
    @ModelAttribute("spoken")
    OwnLanguage spoken(Locale locale) {
        return OwnLanguage.of(locale.getLanguage());
    }

    @ModelAttribute("tongues")
    List<OwnLanguage> tongues() {
        return List.of(OwnLanguage.values());
    }

    /** Where a choice of language comes back to; what a form answered is shown on the page of that form. */
    @ModelAttribute("ownHere")
    String here(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals("/own/save") ? OwnLanguage.PAGES : path + question(request);
    }

    /** The question of a mail stays in the address; it is all that stands there. */
    private static String question(HttpServletRequest request) {
        String asked = Objects.requireNonNullElse(request.getParameter("question"), "");
        return asked.matches("[A-Za-z0-9_-]{1,64}") ? "?question=" + asked : "";
    }
}
