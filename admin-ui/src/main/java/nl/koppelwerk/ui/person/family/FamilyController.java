package nl.koppelwerk.ui.person.family;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.audit.AuditEntry.Subject;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.household.Contacts;
import nl.koppelwerk.data.person.StatusReason;
import nl.koppelwerk.data.referral.WarmReferrals;
import nl.koppelwerk.data.sides.KnowingBothSides;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.view.Page;
import nl.koppelwerk.data.view.person.FamilyEntry;
import nl.koppelwerk.data.view.person.FamilyViews;
import nl.koppelwerk.data.view.person.Search;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.person.SearchForm;
import nl.koppelwerk.ui.person.intake.IntakeDesk;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.OwnLanguage;
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

/** The list of families that were searched for, and the page of one. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class FamilyController {
    private static final int PAGE_SIZE = 25;
    private static final int MOST_CHANGES = 200;
    private static final List<String> STATES = List.of("waiting", "paired", "quiet");

    private final Desk desk;
    private final FamilyViews views;
    private final Families families;
    private final History history;
    private final Contacts contacts;
    private final WarmReferrals referrals;
    private final IntakeDesk intake;
    private final KnowingBothSides sides;

    FamilyController(
            Desk desk,
            FamilyViews views,
            Families families,
            History history,
            Contacts contacts,
            WarmReferrals referrals,
            IntakeDesk intake,
            KnowingBothSides sides) {
        this.desk = desk;
        this.views = views;
        this.families = families;
        this.history = history;
        this.contacts = contacts;
        this.referrals = referrals;
        this.intake = intake;
        this.sides = sides;
    }

    @GetMapping("/families")
    String list(
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        return desk.inside(coordinator, () -> {
            Search search = SearchForm.read(sent);
            Page<FamilyEntry> found = views.list(search, page, PAGE_SIZE);
            desk.note(coordinator, Action.SEARCHED, Subject.FAMILY, "families", search.used());
            model.addAttribute("search", SearchForm.of(search, views.languages(), desk, words, STATES));
            model.addAttribute("page", found);
            return "person/family/list";
        });
    }

    @GetMapping("/families/{id:[0-9a-f-]{36}}")
    String one(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        return desk.inside(coordinator, () -> {
            FamilyId family = new FamilyId(id);
            Optional<FamilyId> into = views.mergedInto(family);
            if (into.isPresent()) {
                return "redirect:/families/" + into.get().value();
            }
            show(families.find(family).orElseThrow(UnknownPage::new), words, model);
            desk.note(coordinator, Action.SEEN, Subject.FAMILY, id.toString(), Map.of());
            return "person/family/one";
        });
    }

    private void show(Family family, Words words, Model model) {
        model.addAttribute("family", family);
        model.addAttribute("contact", contacts.find(family.id()).orElseThrow(UnknownPage::new));
        model.addAttribute("tongues", OwnLanguage.values());
        model.addAttribute("requests", views.requests(family.id()));
        model.addAttribute("referrals", referrals.of(family.id()));
        model.addAttribute("pairings", views.pairings(family.id()));
        model.addAttribute("summary", intake.summary(family));
        model.addAttribute("acute", intake.acute(family.id()).orElse(null));
        model.addAttribute("others", sides.of(Person.of(family.id())));
        model.addAttribute("merged", views.merged(family.id()));
        model.addAttribute("changes", history.of(family.id(), MOST_CHANGES));
        model.addAttribute("said", desk.changeWords(words));
        model.addAttribute("toClose", StatusReason.TO_CLOSE);
        model.addAttribute("toReopen", StatusReason.TO_REOPEN);
    }
}
