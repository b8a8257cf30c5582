package nl.koppelwerk.ui.household;

import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A coordinator gives a family the way to its page: by mail, or as a code to read out or to hand over on paper. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class HandingController {
    private static final String FAMILY = "/families/{id:[0-9a-f-]{36}}/way-in";
    private static final String REGISTRATION = "/registrations/{id:[0-9a-f-]{36}}/way-in";

    private final Handing handing;

    HandingController(Handing handing) {
        this.handing = handing;
    }

    @PostMapping(FAMILY + "/mail")
    String mail(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        boolean sent = handing.mail(coordinator, id).orElseThrow(UnknownPage::new);
        redirect.addFlashAttribute(
                sent ? "message" : "warning", words.say(sent ? "handing.sent" : "handing.noAddress"));
        return "redirect:/families/" + id;
    }

    /** Shown once: only a hash of the code is kept. */
    @PostMapping(FAMILY + "/code")
    ModelAndView code(@PathVariable UUID id, @AuthenticationPrincipal Coordinator coordinator) {
        return letter(handing.ofFamily(coordinator, id), "/families/" + id, coordinator);
    }

    @PostMapping(REGISTRATION + "/code")
    ModelAndView ofRegistration(@PathVariable UUID id, @AuthenticationPrincipal Coordinator coordinator) {
        return letter(handing.ofRegistration(coordinator, id), "/registrations/" + id, coordinator);
    }

    private ModelAndView letter(Optional<Handing.Known> known, String back, Coordinator coordinator) {
        Handing.Letter letter = handing.letter(coordinator, known.orElseThrow(UnknownPage::new));
        return new ModelAndView("household/letter").addObject("letter", letter).addObject("back", back);
    }
}
