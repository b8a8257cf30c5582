package nl.koppelwerk.ui.person.family;

import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.household.Contacts;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.OwnLanguage;
import nl.koppelwerk.ui.shell.Phones;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The number by which a family is called, and the language of its page and mail. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class ContactController {
    private final Desk desk;
    private final Contacts contacts;

    ContactController(Desk desk, Contacts contacts) {
        this.desk = desk;
        this.contacts = contacts;
    }

    @PostMapping("/families/{id:[0-9a-f-]{36}}/contact")
    String keep(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "nl") String spoken,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Optional<String> number = Optional.of(phone.strip()).filter(text -> !text.isEmpty());
        boolean good = number.map(Phones::right).orElse(true);
        desk.inside(coordinator, () -> {
            FamilyId family = new FamilyId(id);
            boolean there = good
                    ? contacts.keep(family, number, OwnLanguage.of(spoken).code(), Desk.by(coordinator))
                    : contacts.find(family).isPresent();
            if (!there) {
                throw new UnknownPage();
            }
            return there;
        });
        redirect.addFlashAttribute(good ? "message" : "warning", words.say(good ? "handing.kept" : "handing.wrong"));
        return "redirect:/families/" + id;
    }
}
