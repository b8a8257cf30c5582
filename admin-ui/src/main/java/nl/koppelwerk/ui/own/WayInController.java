package nl.koppelwerk.ui.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.data.own.OwnLinks;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
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
    private static final Set<String> NOTICES = Set.of("ended", "expired", "out");
    private static final String ENTER = "own/enter";

    private final WayIn way;
    private final OwnLinks links;
    private final OwnBrowser browser;
    private final OwnDesk desk;
    private final Clock clock;

    WayInController(WayIn way, OwnLinks links, OwnBrowser browser, OwnDesk desk, Clock clock) {
        this.way = way;
        this.links = links;
        this.browser = browser;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/own/ask")
    ModelAndView ask(@RequestParam(required = false) @Nullable String notice) {
        return new ModelAndView("own/ask")
                .addObject("notice", notice != null && NOTICES.contains(notice) ? notice : null);
    }

    @PostMapping("/own/ask")
    ModelAndView send(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        Optional<Duration> wait = way.ask(
                email, browser.known(request, response), Visit.of(request).network(), language);
        return wait.map(left -> new ModelAndView("own/ask", HttpStatus.TOO_MANY_REQUESTS)
                        .addObject("wait", left.toMinutes() + 1))
                .orElseGet(() -> new ModelAndView("redirect:/own/enter"));
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
        SecurityContext context = signedIn(entered.get());
        desk.entered(entered.get(), link.isBlank() ? "code" : "link", language);
        @Nullable HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        return new ModelAndView("redirect:/own");
    }

    /** From here on nobody else is signed in here, whoever was before. */
    private SecurityContext signedIn(OwnVolunteer entered) {
        SignedInVolunteer reader = new SignedInVolunteer(entered.organisation(), entered.volunteer(), clock.instant());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(reader, null, reader.getAuthorities()));
        SecurityContextHolder.setContext(context);
        return context;
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
