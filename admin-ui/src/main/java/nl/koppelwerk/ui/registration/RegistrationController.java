package nl.koppelwerk.ui.registration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.signup.Registration;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.ui.shell.Acute;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Seen;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of who signed up, and what is done with each. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/registrations")
class RegistrationController {
    private static final String ONE = "/{id:[0-9a-f-]{36}}";
    private static final String NOT_SEEN = "-1";

    private final RegistrationDesk desk;
    private final Acute acute;

    RegistrationController(RegistrationDesk desk, Acute acute) {
        this.desk = desk;
        this.acute = acute;
    }

    @GetMapping
    @Seen(AuditEntry.Subject.REGISTRATION)
    String list(@AuthenticationPrincipal Coordinator coordinator, Model model) {
        return desk.reading(coordinator, () -> {
            List<Registration> waiting = desk.registrations().waiting();
            model.addAttribute("waiting", waiting);
            model.addAttribute("towns", desk.towns(waiting));
            model.addAttribute("pages", desk.organisations().said());
            return "registration/list";
        });
    }

    @GetMapping(ONE)
    String one(@PathVariable UUID id, @AuthenticationPrincipal Coordinator coordinator, Model model) {
        return desk.inside(coordinator, () -> {
            Registration registration = get(id);
            desk.registrations().seen(id, by(coordinator));
            model.addAttribute("one", registration);
            model.addAttribute("acute", acute.openOf(id).orElse(null));
            model.addAttribute("towns", desk.towns(List.of(registration)));
            model.addAttribute("programme", desk.programme(registration).orElse(""));
            return "registration/one";
        });
    }

    /** It is somebody who is there already. */
    @PostMapping(ONE + "/existing")
    String existing(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = NOT_SEEN) long seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return desk.inside(coordinator, () -> {
            Registration registration = hold(id);
            if (registration.version() != seen) {
                return changed(id, words, redirect);
            }
            Optional<UUID> record = desk.record(registration.said().side(), reference.strip());
            if (record.isEmpty()) {
                redirect.addFlashAttribute("warning", words.say("registration.existing.unknown"));
                return "redirect:/registrations/" + id;
            }
            told(desk.registrations().takeOver(id, record.get(), by(coordinator)), "taken", words, redirect);
            return "redirect:" + (registration.said().side() == Side.FAMILY ? "/families/" : "/volunteers/")
                    + record.get();
        });
    }

    @PostMapping(ONE + "/decline")
    String decline(
            @PathVariable UUID id,
            @RequestParam(defaultValue = NOT_SEEN) long seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return desk.inside(coordinator, () -> {
            Registration registration = hold(id);
            if (registration.version() != seen) {
                return changed(id, words, redirect);
            }
            if (desk.registrations().acute(id)) {
                redirect.addFlashAttribute("warning", words.say("acute.decline"));
                return "redirect:/registrations/" + id;
            }
            boolean declined = desk.registrations().decline(id, by(coordinator));
            if (declined && registration.confirmed()) {
                desk.tellDeclined(coordinator.organisation(), registration);
            }
            told(declined, "declined", words, redirect);
            return "redirect:/registrations";
        });
    }

    private static void told(boolean done, String what, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute(done ? "message" : "warning", words.say("registration." + (done ? what : "gone")));
    }

    /** What is decided is decided on what was read. */
    private static String changed(UUID id, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute("warning", words.say("registration.changed"));
        return "redirect:/registrations/" + id;
    }

    private Registration hold(UUID id) {
        desk.registrations().hold(id);
        return get(id);
    }

    private Registration get(UUID id) {
        return desk.registrations().find(id).orElseThrow(UnknownPage::new);
    }

    private static By by(Coordinator coordinator) {
        return new By(coordinator.organisation(), coordinator.account());
    }
}
