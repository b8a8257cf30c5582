package nl.koppelwerk.ui.rights;

import java.util.UUID;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.imports.row.Dates;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody told a coordinator: that it is good, or not any more. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class ConsentNoteController {
    private final RightsDesk desk;
    private final ConsentNotes notes;

    ConsentNoteController(RightsDesk desk, ConsentNotes notes) {
        this.desk = desk;
        this.notes = notes;
    }

    /** What was told. */
    enum Told {
        GIVEN,
        WITHDRAWN
    }

    @PostMapping("/families/{id:[0-9a-f-]{36}}/rights/consent")
    String ofFamily(
            @PathVariable UUID id,
            @RequestParam Told told,
            @RequestParam(defaultValue = "") String on,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Person person = Person.of(new FamilyId(id));
        return noted(person, told, note(coordinator, person, told, on), words, redirect);
    }

    @PostMapping("/volunteers/{id:[0-9a-f-]{36}}/rights/consent")
    String ofVolunteer(
            @PathVariable UUID id,
            @RequestParam Told told,
            @RequestParam(defaultValue = "") String on,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Person person = Person.of(new VolunteerId(id));
        return noted(person, told, note(coordinator, person, told, on), words, redirect);
    }

    private boolean note(Coordinator coordinator, Person person, Told told, String on) {
        desk.check(coordinator, person);
        return switch (told) {
            case GIVEN -> notes.given(coordinator, person, Dates.find(on));
            case WITHDRAWN -> notes.withdrawn(coordinator, person);
        };
    }

    private static String noted(Person person, Told told, boolean done, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                done ? "message" : "warning", words.say(done ? "rights.kept" : "rights.consent.wrong." + told));
        return "redirect:" + RightsView.page(person) + "/rights";
    }
}
