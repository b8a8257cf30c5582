package nl.koppelwerk.ui.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.DecisionViews;
import nl.koppelwerk.data.view.ProposalView;
import nl.koppelwerk.data.view.ProposalViews;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.pairing.UndoingDecisions;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Narrowed;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of one proposal together. That somebody saw it stands in the audit log. */
@Component
class Review {
    private final OrganisationScope scope;
    private final Views views;
    private final Audit audit;
    private final Clock clock;

    /** The two that the page is read from. */
    @Component
    record Views(ProposalViews proposals, DecisionViews decisions) {}

    Review(OrganisationScope scope, Views views, Audit audit, Clock clock) {
        this.scope = scope;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A proposal that is decided on already leads back to the list. */
    ModelAndView page(UUID id, Coordinator coordinator, Narrowed narrowed, Words words) {
        return scope.inside(coordinator.organisation(), () -> {
            ProposalView proposal = views.proposals().find(new PairingId(id)).orElseThrow(UnknownPage::new);
            if (proposal.step() != Step.PROPOSED) {
                return new ModelAndView("redirect:/proposals" + narrowed.query());
            }
            audit.add(
                    coordinator.organisation(),
                    AuditEntry.of(coordinator.account(), AuditEntry.Action.SEEN, AuditEntry.Subject.PAIRING, id));
            return new ModelAndView("proposal/detail")
                    .addObject("page", ProposalPage.of(proposal, words))
                    .addObject("queue", views.proposals().queue(proposal.id(), narrowed.filter()))
                    .addObject("narrowed", narrowed)
                    .addObject("today", today())
                    .addObject(
                            "last",
                            views.decisions()
                                    .findLast(coordinator.account(), UndoingDecisions.WITHIN)
                                    .orElse(null));
        });
    }
}
