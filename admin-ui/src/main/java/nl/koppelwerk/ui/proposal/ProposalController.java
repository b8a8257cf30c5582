package nl.koppelwerk.ui.proposal;

import java.util.Map;
import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.ProposalReaders;
import nl.koppelwerk.data.view.FilterViews;
import nl.koppelwerk.data.view.RunView;
import nl.koppelwerk.data.view.RunViews;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.pairing.UndoingDecisions;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Narrowed;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Seen;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of proposals to decide on, and the page of one. */
@Controller
@OpenTo(Role.COORDINATOR)
class ProposalController {
    private static final int PAGE_SIZE = 25;

    private final OrganisationScope scope;
    private final Review review;
    private final Review.Views views;
    private final Lists lists;

    /** What the list shows around the proposals, and who has one of them open. */
    @Component
    record Lists(RunViews runs, FilterViews filters, ProposalReaders readers) {}

    ProposalController(OrganisationScope scope, Review review, Review.Views views, Lists lists) {
        this.scope = scope;
        this.review = review;
        this.views = views;
        this.lists = lists;
    }

    @GetMapping("/proposals")
    @Seen(AuditEntry.Subject.PAIRING)
    String list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam Map<String, String> address,
            @AuthenticationPrincipal Coordinator coordinator,
            Model model) {
        Narrowed narrowed = Narrowed.of(address);
        return scope.reading(coordinator.organisation(), () -> {
            RunView run = lists.runs().findLastPublished().orElse(null);
            model.addAttribute("run", run);
            model.addAttribute("narrowed", narrowed);
            model.addAttribute("options", lists.filters().options());
            model.addAttribute("page", views.proposals().list(narrowed.filter(), page, PAGE_SIZE));
            model.addAttribute("held", views.decisions().held(narrowed.filter()));
            model.addAttribute(
                    "last",
                    views.decisions()
                            .findLast(coordinator.account(), UndoingDecisions.WITHIN)
                            .orElse(null));
            model.addAttribute("empty", empty(run, narrowed));
            return "proposal/list";
        });
    }

    private static String empty(@Nullable RunView run, Narrowed narrowed) {
        if (run == null) {
            return "never";
        }
        return narrowed.any() ? "narrowed" : run.figures().proposed() == 0 ? "nothing" : "done";
    }

    @GetMapping("/proposals/{id:[0-9a-f-]{36}}")
    ModelAndView one(
            @PathVariable UUID id,
            @RequestParam Map<String, String> address,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        lists.readers().note(coordinator.organisation(), new PairingId(id), coordinator.account());
        return review.page(id, coordinator, Narrowed.of(address), words);
    }
}
