package nl.koppelwerk.ui.person.volunteer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.koppelwerk.data.imports.row.Dates;
import nl.koppelwerk.data.person.AbsenceReason;
import nl.koppelwerk.data.person.PausingVolunteers;
import nl.koppelwerk.data.person.StatusChange;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A volunteer pauses, stops or comes back. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/volunteers/{id:[0-9a-f-]{36}}")
class AbsenceController {
    private final Desk desk;
    private final PausingVolunteers pausing;

    AbsenceController(Desk desk, PausingVolunteers pausing) {
        this.desk = desk;
        this.pausing = pausing;
    }

    @PostMapping("/pause")
    String pause(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable AbsenceReason reason,
            @RequestParam(defaultValue = "") String until,
            @RequestParam long seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Optional<LocalDate> back = Dates.find(until);
        if (reason == null || back.isEmpty() && !until.isBlank()) {
            redirect.addFlashAttribute(
                    "warning", words.say(reason == null ? "person.chooseReason" : "volunteer.pause.date"));
            return "redirect:/volunteers/" + id;
        }
        StatusChange outcome = changed(
                coordinator, id, volunteer -> pausing.pause(volunteer, reason, back, seen, Desk.by(coordinator)));
        return told(id, outcome, "volunteer.pause.done", words, redirect);
    }

    @PostMapping("/stop")
    String stop(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable AbsenceReason reason,
            @RequestParam long seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        if (reason == null) {
            redirect.addFlashAttribute("warning", words.say("person.chooseReason"));
            return "redirect:/volunteers/" + id;
        }
        StatusChange outcome =
                changed(coordinator, id, volunteer -> pausing.stop(volunteer, reason, seen, Desk.by(coordinator)));
        return told(id, outcome, "volunteer.stop.done", words, redirect);
    }

    @PostMapping("/resume")
    String resume(
            @PathVariable UUID id,
            @RequestParam long seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        StatusChange outcome =
                changed(coordinator, id, volunteer -> pausing.resume(volunteer, seen, Desk.by(coordinator)));
        return told(id, outcome, "volunteer.resume.done", words, redirect);
    }

    private StatusChange changed(Coordinator coordinator, UUID id, Function<VolunteerId, StatusChange> change) {
        VolunteerId volunteer = new VolunteerId(id);
        return desk.inside(coordinator, () -> {
            StatusChange outcome = change.apply(volunteer);
            if (outcome == StatusChange.DONE) {
                desk.tell(coordinator, volunteer);
            }
            return outcome;
        });
    }

    private static String told(UUID id, StatusChange outcome, String done, Words words, RedirectAttributes redirect) {
        switch (outcome) {
            case DONE -> redirect.addFlashAttribute("message", words.say(done));
            case OUTDATED -> redirect.addFlashAttribute("warning", words.say("person.outdated"));
            case PAIRING_UNDER_WAY -> redirect.addFlashAttribute("warning", words.say("volunteer.stop.pairing"));
            case CONSENT_WITHDRAWN -> redirect.addFlashAttribute("warning", words.say("rights.consent.first"));
            case GONE -> throw new UnknownPage();
        }
        return "redirect:/volunteers/" + id;
    }
}
