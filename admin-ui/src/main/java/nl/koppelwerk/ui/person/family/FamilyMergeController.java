package nl.koppelwerk.ui.person.family;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.audit.AuditEntry.Subject;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.person.Duplicates;
import nl.koppelwerk.data.person.Merge;
import nl.koppelwerk.data.person.MergingFamilies;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
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

/** Families that look alike, and merging two. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/families")
class FamilyMergeController {
    private static final int MOST = 100;

    private final Desk desk;
    private final Families families;
    private final Duplicates duplicates;
    private final MergingFamilies merging;

    FamilyMergeController(Desk desk, Families families, Duplicates duplicates, MergingFamilies merging) {
        this.desk = desk;
        this.families = families;
        this.duplicates = duplicates;
        this.merging = merging;
    }

    @GetMapping("/duplicates")
    ModelAndView alike(@AuthenticationPrincipal Coordinator coordinator) {
        return desk.inside(coordinator, () -> {
            desk.note(coordinator, Action.SEARCHED, Subject.FAMILY, "duplicates", Map.of());
            return MergePage.duplicates("families", duplicates.list(true, MOST));
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
            desk.note(coordinator, Action.CHANGED, Subject.FAMILY, one.toString(), Map.of("object", other.toString()));
            return one;
        });
        redirect.addFlashAttribute("message", words.say("merge.different.done"));
        return "redirect:/families/duplicates";
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/merge")
    @Seen(AuditEntry.Subject.FAMILY)
    ModelAndView choose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String with,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        return desk.inside(coordinator, () -> {
            Family into = get(id);
            if (with.isBlank()) {
                return MergePage.ask("families", id, into.name(), "");
            }
            return families.find(with.strip())
                    .flatMap(found -> families.find(found.id()))
                    .filter(found -> !found.id().equals(into.id()))
                    .map(merged -> page(into, merged, words))
                    .orElseGet(() -> MergePage.ask("families", id, into.name(), with));
        });
    }

    private ModelAndView page(Family into, Family merged, Words words) {
        long seen = desk.lastChange(List.of(
                nl.koppelwerk.data.history.Subject.of(into.id()), nl.koppelwerk.data.history.Subject.of(merged.id())));
        return MergePage.compare("families", side(into, words), side(merged, words), Layout.FAMILY, seen);
    }

    private MergePage.Side side(Family family, Words words) {
        return new MergePage.Side(
                family.id().value(),
                family.reference(),
                family.name(),
                desk.choices(words).said(Layout.FAMILY, FamilyTable.cells(family)));
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
                () -> merging.merge(new FamilyId(id), new FamilyId(merged), take, seen, Desk.by(coordinator)));
        return MergePage.told("families", id, outcome, words, redirect);
    }

    private Family get(UUID id) {
        return families.find(new FamilyId(id)).orElseThrow(UnknownPage::new);
    }
}
