package nl.koppelwerk.ui.proposal;

import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.ProposalView;
import nl.koppelwerk.data.view.ProposalViews;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.pairing.Confirmation;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Decline;
import nl.koppelwerk.pairing.Declining;
import nl.koppelwerk.pairing.DecliningProposals;
import nl.koppelwerk.pairing.Refusal;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Confirming and declining; after a decision the next proposal follows. */
@Controller
@OpenTo(Role.COORDINATOR)
@RequestMapping("/proposals/{id:[0-9a-f-]{36}}")
class DecisionController {
    private final OrganisationScope scope;
    private final ProposalViews proposals;
    private final ConfirmingProposals confirming;
    private final DecliningProposals declining;

    DecisionController(
            OrganisationScope scope,
            ProposalViews proposals,
            ConfirmingProposals confirming,
            DecliningProposals declining) {
        this.scope = scope;
        this.proposals = proposals;
        this.confirming = confirming;
        this.declining = declining;
    }

    @PostMapping("/confirm")
    String confirm(
            @PathVariable UUID id,
            @RequestParam int version,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(coordinator.organisation(), () -> {
            ProposalView proposal = get(id);
            CoordinatorId by = new CoordinatorId(coordinator.account());
            return switch (confirming.confirm(proposal.id(), version, by)) {
                case Confirmation.Confirmed confirmed -> next(proposal, "confirmed", words, redirect);
                case Confirmation.Refused(Refusal refusal) -> refused(proposal, refusal, words, redirect);
            };
        });
    }

    @PostMapping("/decline")
    ModelAndView decline(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable DeclineReason reason,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(coordinator.organisation(), () -> {
            ProposalView proposal = get(id);
            if (reason == null) {
                return new ModelAndView("proposal/detail", HttpStatus.UNPROCESSABLE_CONTENT)
                        .addObject("page", ProposalPage.of(proposal, words))
                        .addObject("problem", "decide.decline.choose");
            }
            CoordinatorId by = new CoordinatorId(coordinator.account());
            return new ModelAndView(
                    switch (declining.decline(proposal.id(), version, Declining.because(reason), by)) {
                        case Decline.Declined declined -> next(proposal, "declined", words, redirect);
                        case Decline.Refused(Refusal refusal) -> refused(proposal, refusal, words, redirect);
                    });
        });
    }

    private ProposalView get(UUID id) {
        return proposals.find(new PairingId(id)).orElseThrow(UnknownPage::new);
    }

    private String next(ProposalView decided, String how, Words words, RedirectAttributes redirect) {
        Optional<PairingId> next = proposals.findNext(decided.id());
        String done = words.say(
                "decided." + how, decided.family().name(), decided.volunteer().name());
        redirect.addFlashAttribute(
                "message", done + " " + words.say(next.isPresent() ? "decided.next" : "decided.done"));
        return next.map(id -> "redirect:/proposals/" + id.value()).orElse("redirect:/proposals");
    }

    /** Back to the proposal when there is still something to decide on it. */
    private static String refused(ProposalView proposal, Refusal refusal, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute("warning", RefusalWords.say(refusal, proposal, words));
        return switch (refusal) {
            case Refusal.Gone gone -> "redirect:/proposals";
            case Refusal.AlreadyDecided decided -> "redirect:/proposals";
            default -> "redirect:/proposals/" + proposal.id().value();
        };
    }
}
