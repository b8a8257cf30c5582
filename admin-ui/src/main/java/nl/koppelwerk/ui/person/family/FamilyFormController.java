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
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.person.EditingFamilies;
import nl.koppelwerk.data.person.Kept;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.pairing.Side;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of a family. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class FamilyFormController {
    private static final String ONE = "/families/{id:[0-9a-f-]{36}}/edit";

    private final Desk desk;
    private final Families families;
    private final EditingFamilies editing;
    private final History history;
    private final TakingOver takingOver;

    FamilyFormController(
            Desk desk, Families families, EditingFamilies editing, History history, TakingOver takingOver) {
        this.desk = desk;
        this.families = families;
        this.editing = editing;
        this.history = history;
        this.takingOver = takingOver;
    }

    @GetMapping("/families/new")
    @Seen(AuditEntry.Subject.REGISTRATION)
    ModelAndView empty(
            @RequestParam Optional<UUID> help,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        return desk.inside(coordinator, () -> {
            Map<Column, String> cells = takingOver.family(help);
            cells.put(FamilyTable.REFERENCE, editing.nextReference());
            return page(form(cells, cells, words)).addObject("help", help.orElse(null));
        });
    }

    @PostMapping("/families/new")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam Optional<UUID> help,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect) {
        return desk.inside(
                coordinator,
                () -> takingOver
                        .familySaid(help, sent)
                        .map(said -> saidSince(said, words).addObject("help", help.orElse(null)))
                        .orElseGet(() -> adding(sent, help, coordinator, words, locale, redirect)));
    }

    private ModelAndView adding(
            MultiValueMap<String, String> sent,
            Optional<UUID> help,
            Coordinator coordinator,
            Words words,
            Locale locale,
            RedirectAttributes redirect) {
        Map<Column, String> cells = Sent.cells(Layout.FAMILY, sent);
        Map<Column, String> before = Sent.before(Layout.FAMILY, sent);
        return switch (editing.add(cells, sent.containsKey("different"), Desk.by(coordinator))) {
            case Kept.Done<Family>(UUID id) -> {
                takingOver.done(help, Side.FAMILY, id, coordinator);
                ModelAndView done = done(id, words.say("person.added"), redirect);
                yield help.map(one -> new ModelAndView("redirect:/families/" + id + "/requests/new?taken=" + one))
                        .orElse(done);
            }
            case Kept.Wrong<Family> wrong ->
                again(page(form(cells, before, words).wrong(wrong.problems(), locale)))
                        .addObject("help", help.orElse(null));
            case Kept.Alike<Family> alike ->
                again(page(form(cells, before, words)).addObject("likenesses", alike.likenesses()))
                        .addObject("help", help.orElse(null));
            case Kept.Outdated<Family> outdated -> throw new UnknownPage();
            case Kept.Gone<Family> gone -> throw new UnknownPage();
        };
    }

    private ModelAndView saidSince(SaidSince said, Words words) {
        return again(page(form(said.cells(), said.before(), words))
                .addObject("saidSince", said)
                .addObject("choices", desk.choices(words)));
    }

    @GetMapping(ONE)
    ModelAndView filled(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        return desk.inside(coordinator, () -> {
            Family family = get(id);
            desk.note(coordinator, Action.SEEN, Subject.FAMILY, id.toString(), Map.of("form", "yes"));
            Map<Column, String> cells = FamilyTable.cells(family);
            return edit(family, form(cells, cells, words));
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
        Map<Column, String> cells = Sent.cells(Layout.FAMILY, sent);
        Map<Column, String> before = Sent.before(Layout.FAMILY, sent);
        return desk.inside(coordinator, () -> {
            Family family = get(id);
            cells.put(FamilyTable.REFERENCE, family.reference());
            return switch (editing.change(family.id(), new HashMap<>(cells), seen, Desk.by(coordinator))) {
                case Kept.Done<Family> done -> done(id, words.say("person.changed"), redirect);
                case Kept.Wrong<Family> wrong ->
                    again(edit(family, form(cells, before, words).wrong(wrong.problems(), locale))
                            .addObject("seen", seen));
                case Kept.Outdated<Family> outdated -> met(outdated, before, words);
                case Kept.Alike<Family> alike -> throw new UnknownPage();
                case Kept.Gone<Family> gone -> throw new UnknownPage();
            };
        });
    }

    private ModelAndView met(Kept.Outdated<Family> outdated, Map<Column, String> before, Words words) {
        Map<Column, String> now = FamilyTable.cells(outdated.theirs());
        Meeting meeting = Meeting.of(Layout.FAMILY, FamilyTable.cells(outdated.mine()), now, before);
        return again(edit(
                        outdated.theirs(),
                        form(meeting.cells(), now, words)
                                .conflicting(desk.choices(words).said(Layout.FAMILY, meeting.theirs())))
                .addObject("since", outdated.since())
                .addObject("said", desk.changeWords(words)));
    }

    private Family get(UUID id) {
        return families.find(new FamilyId(id)).orElseThrow(UnknownPage::new);
    }

    private Form form(Map<Column, String> cells, Map<Column, String> before, Words words) {
        return Form.of(Layout.FAMILY, cells, before, desk.choices(words));
    }

    private static ModelAndView page(Form form) {
        return new ModelAndView("person/family/form").addObject("form", form);
    }

    private ModelAndView edit(Family family, Form form) {
        return page(form.fixed(FamilyTable.REFERENCE))
                .addObject("family", family)
                .addObject("seen", history.last(nl.koppelwerk.data.history.Subject.of(family.id())));
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
