package nl.koppelwerk.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.data.signup.OpenOrganisation;
import nl.koppelwerk.data.signup.OpenOrganisations;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives each page that is not for staff its language, the others to choose from, and whom to call. */
@ControllerAdvice({"nl.koppelwerk.ui.own", "nl.koppelwerk.ui.signup", "nl.koppelwerk.ui.household"})
class OwnFrame {
    private static final int MOST_TO_CALL = 6;

    private final OpenOrganisations organisations;

    OwnFrame(OpenOrganisations organisations) {
        this.organisations = organisations;
    }

    @ModelAttribute("spoken")
    OwnLanguage spoken(Locale locale) {
        return OwnLanguage.of(locale.getLanguage());
    }

    @ModelAttribute("tongues")
    List<OwnLanguage> tongues() {
        return List.of(OwnLanguage.values());
    }

    /** The organisation that somebody belongs to, or asks for; the only one there is also when nobody said which. */
    @ModelAttribute("organisation")
    @Nullable
    OpenOrganisation organisation(
            @AuthenticationPrincipal @Nullable SignedInVolunteer reader, HttpServletRequest request) {
        boolean own = request.getRequestURI().startsWith(request.getContextPath() + OwnLanguage.PAGES);
        Optional<OpenOrganisation> found = reader == null || !own
                ? organisations.find(said(request, "at"))
                : organisations.find(reader.organisation());
        return found.orElse(null);
    }

    /** Whom to call where it is not known to which organisation somebody belongs. */
    @ModelAttribute("callable")
    List<OpenOrganisation> callable() {
        return organisations.list().stream()
                .filter(one -> one.phone().isPresent())
                .limit(MOST_TO_CALL)
                .toList();
    }

    /** Where a choice of language comes back to; what a form answered is shown on the page of that form. */
    @ModelAttribute("ownHere")
    String here(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return switch (path) {
            case "/own/save" -> OwnLanguage.PAGES;
            case "/join/near" -> "/join" + kept(request);
            case "/help/standing/save" -> "/help/standing" + kept(request);
            default -> path + kept(request);
        };
    }

    /** What stays in the address: which question of a mail, which organisation, for whom. */
    private static String kept(HttpServletRequest request) {
        String kept = Stream.of("question", "key", "at", "by")
                .filter(name -> !said(request, name).isEmpty())
                .map(name -> name + "=" + said(request, name))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static String said(HttpServletRequest request, String name) {
        String said = Objects.requireNonNullElse(request.getParameter(name), "");
        return said.matches("[A-Za-z0-9_-]{1,64}") ? said : "";
    }
}
