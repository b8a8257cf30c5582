package nl.koppelwerk.ui.proposal;

import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.ProposalView;
import nl.koppelwerk.data.view.ProposalViews;
import nl.koppelwerk.data.view.RunView;
import nl.koppelwerk.data.view.RunViews;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
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

/** The list of proposals to decide on, and the page of one. */
@Controller
@OpenTo(Role.COORDINATOR)
class ProposalController {
    private static final int PAGE_SIZE = 25;

    private final OrganisationScope scope;
    private final ProposalViews proposals;
    private final RunViews runs;

    ProposalController(OrganisationScope scope, ProposalViews proposals, RunViews runs) {
        this.scope = scope;
        this.proposals = proposals;
        this.runs = runs;
    }

    @GetMapping("/proposals")
    String list(
            @RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Coordinator coordinator, Model model) {
        return scope.reading(coordinator.organisation(), () -> {
            RunView run = runs.findLastPublished().orElse(null);
            model.addAttribute("run", run);
            model.addAttribute("page", proposals.list(page, PAGE_SIZE));
            model.addAttribute("empty", run == null ? "never" : run.figures().proposed() == 0 ? "nothing" : "done");
            return "proposal/list";
        });
    }

    @GetMapping("/proposals/{id:[0-9a-f-]{36}}")
    String one(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        ProposalView proposal = scope.reading(coordinator.organisation(), () -> proposals.find(new PairingId(id)))
                .filter(found -> found.step() == Step.PROPOSED)
                .orElseThrow(UnknownPage::new);
        model.addAttribute("page", ProposalPage.of(proposal, words));
        return "proposal/detail";
    }
}
