package nl.koppelwerk.ui.people;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.koppelwerk.ui.shell.OpenTo;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on; Spring Security takes what is sent from there. */
@Controller
@OpenTo({})
class LoginController {
    private static final Set<String> PROBLEMS = Set.of("wrong", "wait", "unknown", "provider");
    private static final Set<String> NOTICES = Set.of("out", "expired", "ended", "chosen");

    private final List<ClientRegistration> providers;

    /** @param providers where the organisation's own accounts are, when that is set */
    LoginController(ObjectProvider<ClientRegistrationRepository> providers) {
        this.providers = providers.getIfAvailable() instanceof Iterable<?> all
                ? StreamSupport.stream(all.spliterator(), false)
                        .filter(ClientRegistration.class::isInstance)
                        .map(ClientRegistration.class::cast)
                        .toList()
                : List.of();
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(defaultValue = "1") int minutes,
            Model model) {
        model.addAttribute("problem", problem != null && PROBLEMS.contains(problem) ? problem : null);
        model.addAttribute("notice", notice != null && NOTICES.contains(notice) ? notice : null);
        model.addAttribute("minutes", minutes);
        model.addAttribute("providers", providers);
        return "people/login";
    }
}
