package nl.koppelwerk.ui.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.data.own.OwnLinks;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.PublicAddress;
import nl.koppelwerk.ui.shell.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asking for a link and coming in by it. The link is behind the number sign of its address, so that it is told to no
 * server and no program that looks into mail; only the button that a person presses uses it up.
 */
@Controller
@OpenTo({})
class WayInController {
    private static final Set<String> NOTICES = Set.of("ended", "expired", "out", "passkey");
    private static final String ENTER = "own/enter";

    private final WayIn way;
    private final OwnLinks links;
    private final OwnBrowser browser;
    private final OwnEntrance entrance;
    private final PublicAddress site;

    WayInController(WayIn way, OwnLinks links, OwnBrowser browser, OwnEntrance entrance, PublicAddress site) {
        this.way = way;
        this.links = links;
        this.browser = browser;
        this.entrance = entrance;
        this.site = site;
    }

    @GetMapping("/own/ask")
    ModelAndView ask(@RequestParam(required = false) @Nullable String notice) {
        return asking().addObject("notice", notice != null && NOTICES.contains(notice) ? notice : null);
    }

    @PostMapping("/own/ask")
    ModelAndView send(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        Optional<Duration> wait = way.ask(
                email, browser.known(request, response), Visit.of(request).network(), language);
        return wait.map(this::tooOften).orElseGet(() -> new ModelAndView("redirect:/own/enter"));
    }

    private ModelAndView tooOften(Duration left) {
        ModelAndView page = asking().addObject("wait", left.toMinutes() + 1);
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }

    /** The page with the host that passkeys are good for. */
    private ModelAndView asking() {
        return new ModelAndView("own/ask").addObject("site", site.address().getHost());
    }

    @GetMapping("/own/enter")
    ModelAndView code(HttpServletRequest request) {
        return new ModelAndView(ENTER)
                .addObject("asked", !OwnBrowser.of(request).isEmpty());
    }

    @PostMapping("/own/enter")
    ModelAndView enter(
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        String shown = OwnBrowser.of(request);
        Optional<OwnVolunteer> entered = shown.isEmpty()
                ? Optional.empty()
                : link.isBlank() ? links.useCode(code.replaceAll("\\D", ""), shown) : links.use(link.strip(), shown);
        if (entered.isEmpty()) {
            return new ModelAndView(ENTER, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("asked", !shown.isEmpty())
                    .addObject("problem", shown.isEmpty() ? "browser" : "over");
        }
        entrance.open(entered.get(), link.isBlank() ? "code" : "link", language, request, response);
        return new ModelAndView("redirect:/own");
    }

    @PostMapping("/own/leave")
    String leave(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null && SecurityContextHolder.getContext().getAuthentication() != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        return "redirect:/own/ask?notice=out";
    }
}
