package nl.koppelwerk.ui.people;

import java.util.Set;
import nl.koppelwerk.ui.shell.OpenTo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on; Spring Security takes what is sent from there. */
@Controller
@OpenTo({})
class LoginController {
    private static final Set<String> PROBLEMS = Set.of("wrong", "wait", "unknown");
    private static final Set<String> NOTICES = Set.of("out", "expired", "ended", "chosen");

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(defaultValue = "1") int minutes,
            Model model) {
        model.addAttribute("problem", problem != null && PROBLEMS.contains(problem) ? problem : null);
        model.addAttribute("notice", notice != null && NOTICES.contains(notice) ? notice : null);
        model.addAttribute("minutes", minutes);
        return "people/login";
    }
}
