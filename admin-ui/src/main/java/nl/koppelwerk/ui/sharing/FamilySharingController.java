package nl.koppelwerk.ui.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.imports.row.Dates;
import nl.koppelwerk.data.sharing.DividingNeeds;
import nl.koppelwerk.data.view.person.FamilyViews;
import nl.koppelwerk.data.view.person.RequestEntry;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
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

/** The needs of a family over its requests and programmes, and which other organisations it agreed to. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/families/{id:[0-9a-f-]{36}}/sharing")
class FamilySharingController {
    private final SharingDesk desk;
    private final DividingNeeds dividing;
    private final FamilyViews views;

    FamilySharingController(SharingDesk desk, DividingNeeds dividing, FamilyViews views) {
        this.desk = desk;
        this.dividing = dividing;
        this.views = views;
    }

    @GetMapping
    String look(@PathVariable UUID id, @AuthenticationPrincipal Coordinator reader, Model model) {
        FamilyId family = new FamilyId(id);
        return desk.inside(reader, () -> {
            model.addAttribute("known", desk.known(reader, Person.of(family)));
            model.addAttribute("requests", open(family));
            model.addAttribute("programmes", dividing.programmes(family));
            model.addAttribute("seen", dividing.seen(family));
            return "sharing/family";
        });
    }

    private List<RequestEntry> open(FamilyId family) {
        return views.requests(family).stream()
                .filter(entry -> entry.closedOn().isEmpty())
                .toList();
    }

    @PostMapping
    String note(
            @PathVariable UUID id,
            @RequestParam UUID programme,
            @RequestParam Told told,
            @RequestParam(defaultValue = "") String on,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        FamilyId family = new FamilyId(id);
        Optional<LocalDate> given = Dates.find(on);
        boolean done = desk.inside(
                reader,
                () -> told.possible(given)
                        && desk.note(reader, Person.of(family), new ProgrammeId(programme), told.day(given)));
        redirect.addFlashAttribute(
                done ? "message" : "warning", words.say(done ? "sharing.kept" : "sharing.wrong." + told));
        return "redirect:/families/" + id + "/sharing";
    }

    /** @param to {@code request ID}, or {@code programme ID KIND} for a new request */
    @PostMapping("/needs")
    String move(
            @PathVariable UUID id,
            @RequestParam UUID request,
            @RequestParam(defaultValue = "") Set<Need> needs,
            @RequestParam(defaultValue = "") String to,
            @RequestParam long seen,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        FamilyId family = new FamilyId(id);
        Optional<DividingNeeds.Target> target = target(to);
        if (target.isEmpty()) {
            desk.inside(reader, () -> desk.known(reader, Person.of(family)));
            redirect.addFlashAttribute("warning", words.say("sharing.needs.NOWHERE"));
            return "redirect:/families/" + id + "/sharing";
        }
        DividingNeeds.Outcome outcome = desk.inside(reader, () -> {
            desk.known(reader, Person.of(family));
            DividingNeeds.Outcome moved = dividing.move(
                    family, new SupportRequestId(request), needs, target.get(), seen, SharingDesk.by(reader));
            if (moved instanceof DividingNeeds.Outcome.Done(List<SupportRequestId> changed)) {
                desk.tell(reader, changed);
            }
            return moved;
        });
        switch (outcome) {
            case DividingNeeds.Outcome.Done done ->
                redirect.addFlashAttribute("message", words.say("sharing.needs.done"));
            case DividingNeeds.Outcome.Refused(DividingNeeds.Why why) ->
                redirect.addFlashAttribute("warning", words.say("sharing.needs." + why));
        }
        return "redirect:/families/" + id + "/sharing";
    }

    private static Optional<DividingNeeds.Target> target(String text) {
        String[] parts = text.split(" ", -1);
        try {
            return switch (parts.length + parts[0]) {
                case "2request" ->
                    Optional.of(new DividingNeeds.Target.There(new SupportRequestId(UUID.fromString(parts[1]))));
                case "3programme" ->
                    Optional.of(new DividingNeeds.Target.Begun(
                            new ProgrammeId(UUID.fromString(parts[1])), SupportKind.valueOf(parts[2])));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
