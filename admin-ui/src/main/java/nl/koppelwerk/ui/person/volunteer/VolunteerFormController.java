package nl.koppelwerk.ui.person.volunteer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.audit.AuditEntry.Subject;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.person.EditingVolunteers;
import nl.koppelwerk.data.person.Kept;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.person.TakingOver;
import nl.koppelwerk.ui.person.form.Form;
import nl.koppelwerk.ui.person.form.Layout;
import nl.koppelwerk.ui.person.form.Meeting;
import nl.koppelwerk.ui.person.form.Sent;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Seen;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of a volunteer. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class VolunteerFormController {
    private static final String ONE = "/volunteers/{id:[0-9a-f-]{36}}/edit";

    private final Desk desk;
    private final Volunteers volunteers;
    private final EditingVolunteers editing;
    private final History history;
    private final TakingOver takingOver;
    private final Parents parents;

    VolunteerFormController(
            Desk desk,
            Volunteers volunteers,
            EditingVolunteers editing,
            History history,
            TakingOver takingOver,
            Parents parents) {
        this.desk = desk;
        this.volunteers = volunteers;
        this.editing = editing;
        this.history = history;
        this.takingOver = takingOver;
        this.parents = parents;
    }

    @GetMapping("/volunteers/new")
    @Seen(AuditEntry.Subject.REGISTRATION)
    ModelAndView empty(
            @RequestParam Optional<UUID> registration,
            @RequestParam Optional<UUID> family,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        return desk.inside(coordinator, () -> {
            Map<Column, String> cells =
                    family.isPresent() ? parents.volunteer(family.get()) : takingOver.volunteer(registration);
            cells.putAll(Map.of(
                    VolunteerTable.REFERENCE, editing.nextReference(),
                    VolunteerTable.FAMILIES, "1",
                    VolunteerTable.AGE_MIN, Integer.toString(Limits.NONE.childAgeMin()),
                    VolunteerTable.AGE_MAX, Integer.toString(Limits.NONE.childAgeMax()),
                    VolunteerTable.CHILDREN, Integer.toString(Limits.NONE.maximumChildren()),
                    VolunteerTable.HEAVY_CASES, "ja"));
            return page(form(cells, Map.of(), Set.of(), new Reader(coordinator, words)))
                    .addObject("registration", registration.orElse(null))
                    .addObject("family", family.orElse(null));
        });
    }

    @PostMapping("/volunteers/new")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam Optional<UUID> registration,
            @RequestParam Optional<UUID> family,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect) {
        Map<Column, String> cells = Sent.cells(Layout.VOLUNTEER, sent);
        cells.put(VolunteerTable.ACTIVE, "ja");
        Reader reader = new Reader(coordinator, words);
        return desk.inside(coordinator, () -> switch (editing.add(
                cells, sent.containsKey("different"), Desk.by(coordinator))) {
            case Kept.Done<Volunteer>(UUID id) -> {
                takingOver.done(registration, Side.VOLUNTEER, id, coordinator);
                family.ifPresent(one -> parents.done(one, id, coordinator));
                yield done(coordinator, id, words.say("person.added"), redirect);
            }
            case Kept.Wrong<Volunteer> wrong ->
                again(page(form(cells, Map.of(), Set.of(), reader).wrong(wrong.problems(), locale)))
                        .addObject("registration", registration.orElse(null))
                        .addObject("family", family.orElse(null));
            case Kept.Alike<Volunteer> alike ->
                again(page(form(cells, Map.of(), Set.of(), reader)).addObject("likenesses", alike.likenesses()))
                        .addObject("registration", registration.orElse(null))
                        .addObject("family", family.orElse(null));
            case Kept.Outdated<Volunteer> outdated -> throw new UnknownPage();
            case Kept.Gone<Volunteer> gone -> throw new UnknownPage();
        });
    }

    @GetMapping(ONE)
    ModelAndView filled(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        return desk.inside(coordinator, () -> {
            Volunteer volunteer = get(id);
            desk.note(coordinator, Action.SEEN, Subject.VOLUNTEER, id.toString(), Map.of("form", "yes"));
            Map<Column, String> cells = VolunteerTable.cells(volunteer, codes());
            return edit(volunteer, form(cells, cells, volunteer.programmes(), new Reader(coordinator, words)));
        });
    }

    @PostMapping(ONE)
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam long seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect) {
        Map<Column, String> cells = Sent.cells(Layout.VOLUNTEER, sent);
        Map<Column, String> before = Sent.before(Layout.VOLUNTEER, sent);
        Reader reader = new Reader(coordinator, words);
        return desk.inside(coordinator, () -> {
            Volunteer volunteer = get(id);
            cells.put(VolunteerTable.REFERENCE, volunteer.reference());
            return switch (editing.change(volunteer.id(), new HashMap<>(cells), seen, Desk.by(coordinator))) {
                case Kept.Done<Volunteer> done -> done(coordinator, id, words.say("person.changed"), redirect);
                case Kept.Wrong<Volunteer> wrong ->
                    again(edit(
                                    volunteer,
                                    form(cells, before, volunteer.programmes(), reader)
                                            .wrong(wrong.problems(), locale))
                            .addObject("seen", seen));
                case Kept.Outdated<Volunteer> outdated -> met(outdated, before, reader);
                case Kept.Alike<Volunteer> alike -> throw new UnknownPage();
                case Kept.Gone<Volunteer> gone -> throw new UnknownPage();
            };
        });
    }

    private ModelAndView met(Kept.Outdated<Volunteer> outdated, Map<Column, String> before, Reader reader) {
        Map<Column, String> now = VolunteerTable.cells(outdated.theirs(), codes());
        Meeting meeting = Meeting.of(Layout.VOLUNTEER, VolunteerTable.cells(outdated.mine(), codes()), now, before);
        return again(edit(
                        outdated.theirs(),
                        form(meeting.cells(), now, outdated.theirs().programmes(), reader)
                                .conflicting(desk.choices(reader.words).said(Layout.VOLUNTEER, meeting.theirs())))
                .addObject("since", outdated.since())
                .addObject("said", desk.changeWords(reader.words)));
    }

    private Volunteer get(UUID id) {
        return volunteers.find(new VolunteerId(id)).orElseThrow(UnknownPage::new);
    }

    private Form form(Map<Column, String> cells, Map<Column, String> before, Set<ProgrammeId> already, Reader reader) {
        return Form.of(Layout.VOLUNTEER, cells, before, desk.choices(reader.coordinator, already, reader.words));
    }

    /** Who looks at the form, which names no programmes of others. */
    private record Reader(Coordinator coordinator, Words words) {}

    private Map<ProgrammeId, String> codes() {
        return desk.programmes().stream().collect(Collectors.toMap(Programme::id, Programme::code));
    }

    private static ModelAndView page(Form form) {
        return new ModelAndView("person/volunteer/form").addObject("form", form);
    }

    private ModelAndView edit(Volunteer volunteer, Form form) {
        return page(form.fixed(VolunteerTable.REFERENCE))
                .addObject("volunteer", volunteer)
                .addObject("seen", history.last(nl.koppelwerk.data.history.Subject.of(volunteer.id())));
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView done(Coordinator coordinator, UUID id, String message, RedirectAttributes redirect) {
        desk.tell(coordinator, new VolunteerId(id));
        redirect.addFlashAttribute("message", message);
        return new ModelAndView("redirect:/volunteers/" + id);
    }
}
