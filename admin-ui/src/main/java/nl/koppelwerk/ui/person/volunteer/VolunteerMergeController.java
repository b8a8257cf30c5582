package nl.koppelwerk.ui.person.volunteer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.audit.AuditEntry.Subject;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.person.Duplicates;
import nl.koppelwerk.data.person.Merge;
import nl.koppelwerk.data.person.MergingVolunteers;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.person.MergePage;
import nl.koppelwerk.ui.person.form.Layout;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Seen;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Volunteers who look alike, and merging two. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/volunteers")
class VolunteerMergeController {
    private static final int MOST = 100;

    private final Desk desk;
    private final Volunteers volunteers;
    private final Duplicates duplicates;
    private final MergingVolunteers merging;

    VolunteerMergeController(Desk desk, Volunteers volunteers, Duplicates duplicates, MergingVolunteers merging) {
        this.desk = desk;
        this.volunteers = volunteers;
        this.duplicates = duplicates;
        this.merging = merging;
    }

    @GetMapping("/duplicates")
    ModelAndView alike(@AuthenticationPrincipal Coordinator coordinator) {
        return desk.inside(coordinator, () -> {
            desk.note(coordinator, Action.SEARCHED, Subject.VOLUNTEER, "duplicates", Map.of());
            return MergePage.duplicates("volunteers", duplicates.list(false, MOST));
        });
    }

    @PostMapping("/duplicates")
    String different(
            @RequestParam UUID one,
            @RequestParam UUID other,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        desk.inside(coordinator, () -> {
            duplicates.different(get(one).id().value(), get(other).id().value(), Desk.by(coordinator), desk.moment());
            desk.note(
                    coordinator, Action.CHANGED, Subject.VOLUNTEER, one.toString(), Map.of("object", other.toString()));
            return one;
        });
        redirect.addFlashAttribute("message", words.say("merge.different.done"));
        return "redirect:/volunteers/duplicates";
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/merge")
    @Seen(AuditEntry.Subject.VOLUNTEER)
    ModelAndView choose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String with,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        return desk.inside(coordinator, () -> {
            Volunteer into = get(id);
            if (with.isBlank()) {
                return MergePage.ask("volunteers", id, into.name(), "");
            }
            return volunteers
                    .find(with.strip())
                    .flatMap(found -> volunteers.find(found.id()))
                    .filter(found -> !found.id().equals(into.id()))
                    .map(merged -> page(into, merged, words))
                    .orElseGet(() -> MergePage.ask("volunteers", id, into.name(), with));
        });
    }

    private ModelAndView page(Volunteer into, Volunteer merged, Words words) {
        long seen = desk.lastChange(List.of(
                nl.koppelwerk.data.history.Subject.of(into.id()), nl.koppelwerk.data.history.Subject.of(merged.id())));
        return MergePage.compare("volunteers", side(into, words), side(merged, words), Layout.VOLUNTEER, seen);
    }

    private MergePage.Side side(Volunteer volunteer, Words words) {
        return new MergePage.Side(
                volunteer.id().value(),
                volunteer.reference(),
                volunteer.name(),
                desk.choices(words).said(Layout.VOLUNTEER, VolunteerTable.cells(volunteer, codes())));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/merge")
    String merge(
            @PathVariable UUID id,
            @RequestParam UUID merged,
            @RequestParam(defaultValue = "") List<String> take,
            @RequestParam long seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Merge outcome = desk.inside(
                coordinator,
                () -> merging.merge(new VolunteerId(id), new VolunteerId(merged), take, seen, Desk.by(coordinator)));
        return MergePage.told("volunteers", id, outcome, words, redirect);
    }

    private Map<ProgrammeId, String> codes() {
        return desk.programmes().stream().collect(Collectors.toMap(Programme::id, Programme::code));
    }

    private Volunteer get(UUID id) {
        return volunteers.find(new VolunteerId(id)).orElseThrow(UnknownPage::new);
    }
}
