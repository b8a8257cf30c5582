package nl.koppelwerk.ui.person.volunteer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.audit.AuditEntry.Subject;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.own.OwnPages;
import nl.koppelwerk.data.person.AbsenceReason;
import nl.koppelwerk.data.sides.KnowingBothSides;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.data.view.Page;
import nl.koppelwerk.data.view.person.Search;
import nl.koppelwerk.data.view.person.VolunteerEntry;
import nl.koppelwerk.data.view.person.VolunteerViews;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.person.SearchForm;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of volunteers that were searched for, and the page of one. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class VolunteerController {
    private static final int PAGE_SIZE = 25;
    private static final int MOST_CHANGES = 200;
    private static final List<String> STATES = List.of("active", "free", "paused", "stopped");

    private final Desk desk;
    private final VolunteerViews views;
    private final Volunteers volunteers;
    private final History history;
    private final OwnPages own;
    private final KnowingBothSides sides;

    VolunteerController(
            Desk desk,
            VolunteerViews views,
            Volunteers volunteers,
            History history,
            OwnPages own,
            KnowingBothSides sides) {
        this.desk = desk;
        this.views = views;
        this.volunteers = volunteers;
        this.history = history;
        this.own = own;
        this.sides = sides;
    }

    @GetMapping("/volunteers")
    String list(
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        return desk.inside(coordinator, () -> {
            Search search = SearchForm.read(sent);
            Page<VolunteerEntry> found = views.list(search, page, PAGE_SIZE);
            desk.note(coordinator, Action.SEARCHED, Subject.VOLUNTEER, "volunteers", search.used());
            model.addAttribute("search", SearchForm.of(search, views.languages(), desk, words, STATES));
            model.addAttribute("page", found);
            return "person/volunteer/list";
        });
    }

    @GetMapping("/volunteers/{id:[0-9a-f-]{36}}")
    String one(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        return desk.inside(coordinator, () -> {
            VolunteerId volunteer = new VolunteerId(id);
            Optional<VolunteerId> into = views.mergedInto(volunteer);
            if (into.isPresent()) {
                return "redirect:/volunteers/" + into.get().value();
            }
            show(volunteers.find(volunteer).orElseThrow(UnknownPage::new), words, model);
            desk.note(coordinator, Action.SEEN, Subject.VOLUNTEER, id.toString(), Map.of());
            return "person/volunteer/one";
        });
    }

    private void show(Volunteer volunteer, Words words, Model model) {
        model.addAttribute("volunteer", volunteer);
        model.addAttribute("state", views.state(volunteer.id()));
        model.addAttribute("pairings", views.pairings(volunteer.id()));
        model.addAttribute("others", sides.of(Person.of(volunteer.id())));
        model.addAttribute("merged", views.merged(volunteer.id()));
        model.addAttribute("changes", history.of(volunteer.id(), MOST_CHANGES));
        model.addAttribute("said", desk.changeWords(words));
        model.addAttribute("seen", history.last(nl.koppelwerk.data.history.Subject.of(volunteer.id())));
        model.addAttribute("toPause", AbsenceReason.TO_PAUSE);
        model.addAttribute("toStop", AbsenceReason.TO_STOP);
        model.addAttribute("programmes", desk.programmes());
        model.addAttribute("address", own.address(volunteer.id()).orElse(""));
        model.addAttribute("phone", own.phone(volunteer.id()).orElse(""));
        own.find(volunteer.id()).ifPresent(said -> model.addAttribute("own", said.more()));
    }
}
