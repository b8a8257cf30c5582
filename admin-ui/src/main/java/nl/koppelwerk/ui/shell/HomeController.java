package nl.koppelwerk.ui.shell;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody starts: at the first section of the own menu. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR, Role.MUNICIPAL_READER, Role.SYSTEM_ADMINISTRATOR})
class HomeController {
    @GetMapping("/")
    String home(@AuthenticationPrincipal Coordinator reader) {
        return "redirect:/" + Navigation.sections(reader.role()).getFirst();
    }
}
