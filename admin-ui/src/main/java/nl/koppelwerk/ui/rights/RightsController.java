package nl.koppelwerk.ui.rights;

import java.util.UUID;
import nl.koppelwerk.data.erasure.Erasure;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people ask about their data. Erasing is one button on the page that lists first what goes and what stays. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class RightsController {
    private static final String FAMILY = "/families/{id:[0-9a-f-]{36}}/rights";
    private static final String VOLUNTEER = "/volunteers/{id:[0-9a-f-]{36}}/rights";

    private final RightsDesk desk;

    RightsController(RightsDesk desk) {
        this.desk = desk;
    }

    /** Who asked to be erased, the one whose term ends first first. */
    @GetMapping("/erasures")
    String open(@AuthenticationPrincipal Coordinator coordinator, Model model) {
        model.addAttribute("open", desk.open(coordinator));
        return "rights/open";
    }

    @GetMapping(FAMILY)
    String ofFamily(@PathVariable UUID id, @AuthenticationPrincipal Coordinator coordinator, Model model) {
        return page(Person.of(new FamilyId(id)), coordinator, model);
    }

    @GetMapping(VOLUNTEER)
    String ofVolunteer(@PathVariable UUID id, @AuthenticationPrincipal Coordinator coordinator, Model model) {
        return page(Person.of(new VolunteerId(id)), coordinator, model);
    }

    private String page(Person person, Coordinator coordinator, Model model) {
        model.addAttribute("rights", desk.view(coordinator, person));
        return "rights/one";
    }

    @PostMapping(FAMILY)
    String keepOfFamily(
            @PathVariable UUID id,
            @RequestParam RightsDesk.Ask ask,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Person person = Person.of(new FamilyId(id));
        return kept(desk.keep(coordinator, person, ask, reason.strip()), person, words, redirect);
    }

    @PostMapping(VOLUNTEER)
    String keepOfVolunteer(
            @PathVariable UUID id,
            @RequestParam RightsDesk.Ask ask,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Person person = Person.of(new VolunteerId(id));
        return kept(desk.keep(coordinator, person, ask, reason.strip()), person, words, redirect);
    }

    private static String kept(boolean done, Person person, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                done ? "message" : "warning", words.say(done ? "rights.kept" : "rights.hold.reason.short"));
        return "redirect:" + RightsView.page(person) + "/rights";
    }

    @PostMapping(FAMILY + "/erase")
    String eraseFamily(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return erase(Person.of(new FamilyId(id)), sure, coordinator, words, redirect);
    }

    @PostMapping(VOLUNTEER + "/erase")
    String eraseVolunteer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return erase(Person.of(new VolunteerId(id)), sure, coordinator, words, redirect);
    }

    private String erase(
            Person person, boolean sure, Coordinator coordinator, Words words, RedirectAttributes redirect) {
        String page = "redirect:" + RightsView.page(person) + "/rights";
        if (!sure) {
            desk.view(coordinator, person);
            redirect.addFlashAttribute("warning", words.say("rights.erase.unsure"));
            return page;
        }
        return switch (desk.erase(coordinator, person)) {
            case Erasure.Erased erased -> {
                redirect.addFlashAttribute("message", words.say("rights.erased"));
                yield person.side() == Person.Side.FAMILY ? "redirect:/families" : "redirect:/volunteers";
            }
            case Erasure.Refused refused -> {
                redirect.addFlashAttribute("warning", words.say("rights.refused." + refused.reason()));
                yield page;
            }
        };
    }
}
