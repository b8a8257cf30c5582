package nl.koppelwerk.ui.household;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A family that has lost its link asks for another, or types the code that somebody gave. */
@Controller
@OpenTo({})
class LinkController {
    private static final String LINK = "household/link";
    private static final String CODE = "household/code";

    private final Asking asking;

    LinkController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping("/help/link")
    ModelAndView link(@RequestParam(defaultValue = "") String sent) {
        return new ModelAndView(LINK).addObject("sent", sent.isEmpty() ? null : sent);
    }

    /** The same for every address. */
    @PostMapping("/help/link")
    ModelAndView send(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        return asking.link(email, Visit.of(request).network())
                .map(left -> tooOften(LINK, left))
                .orElseGet(() -> new ModelAndView("redirect:/help/link?sent=yes"));
    }

    @GetMapping("/help/code")
    ModelAndView code() {
        return new ModelAndView(CODE);
    }

    @PostMapping("/help/code")
    ModelAndView enter(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        String network = Visit.of(request).network();
        Optional<Duration> wait = asking.mayTry(network);
        if (wait.isPresent()) {
            return tooOften(CODE, wait.get());
        }
        return asking.exchange(code.replaceAll("\\D", ""), network)
                .map(key -> new ModelAndView("redirect:/help/standing?key=" + key))
                .orElseGet(() -> new ModelAndView(CODE, HttpStatus.UNPROCESSABLE_CONTENT).addObject("over", true));
    }

    private static ModelAndView tooOften(String page, Duration left) {
        return new ModelAndView(page, HttpStatus.TOO_MANY_REQUESTS).addObject("wait", left.toMinutes() + 1);
    }
}
