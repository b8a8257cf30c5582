package nl.koppelwerk.ui.sharing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.imports.row.Dates;
import nl.koppelwerk.domain.programme.ProgrammeId;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** In which other programmes a volunteer wants to be proposed, as told to a coordinator. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/volunteers/{id:[0-9a-f-]{36}}/sharing")
class VolunteerSharingController {
    private final SharingDesk desk;

    VolunteerSharingController(SharingDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String look(@PathVariable UUID id, @AuthenticationPrincipal Coordinator reader, Model model) {
        return desk.inside(reader, () -> {
            model.addAttribute("known", desk.known(reader, Person.of(new VolunteerId(id))));
            return "sharing/volunteer";
        });
    }

    /** @param on the day of the yes; empty: it was taken back */
    @PostMapping
    String note(
            @PathVariable UUID id,
            @RequestParam UUID programme,
            @RequestParam Told told,
            @RequestParam(defaultValue = "") String on,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        VolunteerId volunteer = new VolunteerId(id);
        Optional<LocalDate> given = Dates.find(on);
        boolean done = desk.inside(reader, () -> {
            boolean noted = told.possible(given)
                    && desk.note(reader, Person.of(volunteer), new ProgrammeId(programme), told.day(given));
            if (noted) {
                desk.tell(reader, volunteer);
            }
            return noted;
        });
        redirect.addFlashAttribute(
                done ? "message" : "warning", words.say(done ? "sharing.kept" : "sharing.wrong." + told));
        return "redirect:/volunteers/" + id + "/sharing";
    }
}
