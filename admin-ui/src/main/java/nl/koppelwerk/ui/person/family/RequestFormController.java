package nl.koppelwerk.ui.person.family;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.audit.AuditEntry.Subject;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.person.EditingRequests;
import nl.koppelwerk.data.person.Kept;
import nl.koppelwerk.data.view.person.FamilyViews;
import nl.koppelwerk.data.view.person.RequestEntry;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.person.SaidSince;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of a request of a family. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/families/{id:[0-9a-f-]{36}}/requests")
class RequestFormController {
    private static final String ONE = "/{request:[0-9a-f-]{36}}/edit";

    private final Desk desk;
    private final nl.koppelwerk.data.store.Families families;
    private final FamilyViews views;
    private final EditingRequests editing;
    private final TakingOver takingOver;

    RequestFormController(
            Desk desk,
            nl.koppelwerk.data.store.Families families,
            FamilyViews views,
            EditingRequests editing,
            TakingOver takingOver) {
        this.desk = desk;
        this.families = families;
        this.views = views;
        this.editing = editing;
        this.takingOver = takingOver;
    }

    @GetMapping("/new")
    @Seen(AuditEntry.Subject.FAMILY)
    ModelAndView empty(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> taken,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        return desk.inside(coordinator, () -> {
            Family family = get(id);
            Map<Column, String> cells = takingOver.request(taken, id);
            cells.put(FamilyTable.REQUEST, editing.nextReference(family));
            cells.putIfAbsent(FamilyTable.URGENCY, "normaal");
            cells.put(FamilyTable.DAY_PARTS_PER_WEEK, "1");
            cells.putIfAbsent(FamilyTable.WAITING_SINCE, editing.today());
            return page(family, form(cells, cells, coordinator, words)).addObject("taken", taken.orElse(null));
        });
    }

    @PostMapping("/new")
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam Optional<UUID> taken,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect) {
        Map<Column, String> cells = Sent.cells(Layout.REQUEST, sent);
        Map<Column, String> before = Sent.before(Layout.REQUEST, sent);
        return desk.inside(coordinator, () -> {
            Family family = get(id);
            Optional<SaidSince> said = takingOver.requestSaid(taken, id, sent);
            if (said.isPresent()) {
                return saidSince(family, said.get(), coordinator, words).addObject("taken", taken.orElse(null));
            }
            return switch (editing.add(family.id(), cells, Desk.by(coordinator))) {
                case Kept.Done<SupportRequest> done -> done(id, words.say("request.added"), redirect);
                case Kept.Wrong<SupportRequest> wrong ->
                    again(page(family, form(cells, before, coordinator, words).wrong(wrong.problems(), locale)))
                            .addObject("taken", taken.orElse(null));
                case Kept.Alike<SupportRequest> alike -> throw new UnknownPage();
                case Kept.Outdated<SupportRequest> outdated -> throw new UnknownPage();
                case Kept.Gone<SupportRequest> gone -> throw new UnknownPage();
            };
        });
    }

    private ModelAndView saidSince(Family family, SaidSince said, Coordinator coordinator, Words words) {
        return again(page(family, form(said.cells(), said.before(), coordinator, words))
                .addObject("saidSince", said)
                .addObject("choices", desk.choices(words)));
    }

    @GetMapping(ONE)
    ModelAndView filled(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        return desk.inside(coordinator, () -> {
            RequestEntry entry = get(id, request);
            desk.note(coordinator, Action.SEEN, Subject.REQUEST, request.toString(), Map.of("form", "yes"));
            Map<Column, String> cells = FamilyTable.cells(entry.request(), entry.programme());
            return edit(get(id), entry, form(cells, cells, coordinator, words), entry.seen());
        });
    }

    @PostMapping(ONE)
    ModelAndView change(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam long seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect) {
        Map<Column, String> cells = Sent.cells(Layout.REQUEST, sent);
        Map<Column, String> before = Sent.before(Layout.REQUEST, sent);
        return desk.inside(coordinator, () -> {
            RequestEntry entry = get(id, request);
            cells.put(FamilyTable.REQUEST, entry.request().reference());
            return switch (editing.change(
                    new SupportRequestId(request), new HashMap<>(cells), seen, Desk.by(coordinator))) {
                case Kept.Done<SupportRequest> done -> done(id, words.say("request.changed"), redirect);
                case Kept.Wrong<SupportRequest> wrong ->
                    again(edit(
                            get(id),
                            entry,
                            form(cells, before, coordinator, words).wrong(wrong.problems(), locale),
                            seen));
                case Kept.Outdated<SupportRequest> outdated -> met(id, entry, outdated, before, coordinator, words);
                case Kept.Alike<SupportRequest> alike -> throw new UnknownPage();
                case Kept.Gone<SupportRequest> gone -> throw new UnknownPage();
            };
        });
    }

    private ModelAndView met(
            UUID id,
            RequestEntry entry,
            Kept.Outdated<SupportRequest> outdated,
            Map<Column, String> before,
            Coordinator coordinator,
            Words words) {
        Map<Column, String> now = FamilyTable.cells(outdated.theirs(), entry.programme());
        String programme = desk.programmes().stream()
                .filter(one -> one.id().equals(outdated.mine().programme()))
                .map(nl.koppelwerk.domain.programme.Programme::code)
                .findFirst()
                .orElse(entry.programme());
        Meeting meeting = Meeting.of(Layout.REQUEST, FamilyTable.cells(outdated.mine(), programme), now, before);
        return again(edit(
                        get(id),
                        entry,
                        form(meeting.cells(), now, coordinator, words)
                                .conflicting(desk.choices(words).said(Layout.REQUEST, meeting.theirs())),
                        entry.seen())
                .addObject("since", outdated.since())
                .addObject("said", desk.changeWords(words)));
    }

    private Family get(UUID id) {
        return families.find(new FamilyId(id)).orElseThrow(UnknownPage::new);
    }

    private RequestEntry get(UUID family, UUID request) {
        return views.requests(new FamilyId(family)).stream()
                .filter(entry -> entry.request().id().value().equals(request))
                .findFirst()
                .orElseThrow(UnknownPage::new);
    }

    private Form form(Map<Column, String> cells, Map<Column, String> before, Coordinator coordinator, Words words) {
        return Form.of(Layout.REQUEST, cells, before, desk.choices(coordinator, words));
    }

    private static ModelAndView page(Family family, Form form) {
        return new ModelAndView("person/family/request").addObject("form", form).addObject("family", family);
    }

    private static ModelAndView edit(Family family, RequestEntry entry, Form form, long seen) {
        return page(family, form.fixed(FamilyTable.REQUEST))
                .addObject("entry", entry)
                .addObject("seen", seen);
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView done(UUID id, String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("message", message);
        return new ModelAndView("redirect:/families/" + id);
    }
}
