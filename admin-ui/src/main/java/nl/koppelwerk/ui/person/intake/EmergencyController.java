package nl.koppelwerk.ui.person.intake;

import java.util.UUID;
import nl.koppelwerk.data.acute.Emergencies;
import nl.koppelwerk.data.acute.Emergency;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Noting what cannot wait, taking it, and saying what was done. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class EmergencyController {
    private final Desk desk;
    private final Emergencies emergencies;
    private final Families families;

    EmergencyController(Desk desk, Emergencies emergencies, Families families) {
        this.desk = desk;
        this.emergencies = emergencies;
        this.families = families;
    }

    @PostMapping("/families/{id:[0-9a-f-]{36}}/emergency")
    String note(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return desk.inside(coordinator, () -> {
            FamilyId family = families.find(new FamilyId(id))
                    .orElseThrow(UnknownPage::new)
                    .id();
            boolean noted = emergencies.note(family, ShortIntakeController.signals(sent), Desk.by(coordinator));
            redirect.addFlashAttribute(
                    noted ? "message" : "warning", words.say(noted ? "acute.noted" : "acute.nothing"));
            return "redirect:/families/" + id + "/intake";
        });
    }

    @PostMapping("/emergencies/{emergency:[0-9a-f-]{36}}/take")
    String take(
            @PathVariable UUID emergency,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return desk.inside(coordinator, () -> {
            Emergency one = get(emergency);
            boolean taken = emergencies.take(emergency, Desk.by(coordinator));
            redirect.addFlashAttribute(taken ? "message" : "warning", words.say(taken ? "acute.taken" : "acute.over"));
            return page(one);
        });
    }

    @PostMapping("/emergencies/{emergency:[0-9a-f-]{36}}/handled")
    String handled(
            @PathVariable UUID emergency,
            @RequestParam(defaultValue = "") String outcome,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return desk.inside(coordinator, () -> {
            Emergency one = get(emergency);
            if (!Emergencies.says(outcome)) {
                redirect.addFlashAttribute("warning", words.say("acute.outcome.short", Emergencies.SHORTEST_OUTCOME));
                redirect.addFlashAttribute("outcome", outcome);
                return page(one);
            }
            boolean done = emergencies.handle(emergency, outcome, Desk.by(coordinator));
            redirect.addFlashAttribute(done ? "message" : "warning", words.say(done ? "acute.handled" : "acute.over"));
            return page(one);
        });
    }

    private Emergency get(UUID id) {
        return emergencies.find(id).orElseThrow(UnknownPage::new);
    }

    private static String page(Emergency one) {
        return one.whose().registration()
                ? "redirect:/registrations/" + one.whose().id()
                : "redirect:/families/" + one.whose().id() + "/intake";
    }
}
