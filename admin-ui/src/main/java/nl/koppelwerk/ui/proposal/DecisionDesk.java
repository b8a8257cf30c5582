package nl.koppelwerk.ui.proposal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.ProposalReaders;
import nl.koppelwerk.data.view.Filter;
import nl.koppelwerk.data.view.ProposalView;
import nl.koppelwerk.data.view.ProposalViews;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.pairing.Refusal;
import nl.koppelwerk.ui.shell.PairingDecided;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where decisions on proposals are taken: in one transaction with what is noted of them; afterwards the next one follows. */
@Component
class DecisionDesk {
    private final OrganisationScope scope;
    private final ProposalViews proposals;
    private final Audit audit;
    private final Told told;

    /** Who hears of a decision, and of what the coordinator looks at next: that is not to be changed meanwhile. */
    @Component
    record Told(ApplicationEventPublisher events, ProposalReaders readers) {}

    DecisionDesk(OrganisationScope scope, ProposalViews proposals, Audit audit, Told told) {
        this.scope = scope;
        this.proposals = proposals;
        this.audit = audit;
        this.told = told;
    }

    /**
     * Decides, and says where to go on from there.
     *
     * @param how names the decision in the audit log and, in small letters, in the messages
     * @param decision empty when it was taken
     */
    String decide(Turn turn, UUID id, String how, Function<ProposalView, Optional<Refusal>> decision) {
        return scope.inside(turn.coordinator().organisation(), () -> {
            ProposalView proposal = proposals.find(new PairingId(id)).orElseThrow(UnknownPage::new);
            Optional<Refusal> refusal = decision.apply(proposal);
            if (refusal.isPresent()) {
                return refused(turn, proposal, refusal.get());
            }
            note(turn, proposal.id(), how);
            return how.equals("UNDONE") ? again(turn, proposal) : next(turn, proposal, how);
        });
    }

    private void note(Turn turn, PairingId pairing, String how) {
        audit.add(
                turn.coordinator().organisation(),
                new AuditEntry(
                        Optional.of(turn.coordinator().account()),
                        AuditEntry.Action.DECIDED,
                        AuditEntry.Subject.PAIRING,
                        pairing.value().toString(),
                        Map.of("decision", how)));
        told.events().publishEvent(new PairingDecided(turn.coordinator().organisation(), pairing));
    }

    private String next(Turn turn, ProposalView decided, String how) {
        Filter filter = turn.narrowed().filter();
        Optional<PairingId> next = proposals.findNext(decided.id(), filter);
        next.ifPresent(id -> told.readers()
                .note(turn.coordinator().organisation(), id, turn.coordinator().account()));
        turn.tell(said(turn, decided, how), next.isPresent() ? "decided.next" : "decided.done");
        return next.map(id -> turn.to("/proposals/" + id.value())).orElseGet(() -> turn.to("/proposals"));
    }

    private static String again(Turn turn, ProposalView proposal) {
        turn.tell(said(turn, proposal, "UNDONE"), "decided.again");
        return turn.to("/proposals/" + proposal.id().value());
    }

    private static String said(Turn turn, ProposalView proposal, String how) {
        return turn.words()
                .say(
                        "decided." + how,
                        proposal.family().name(),
                        proposal.volunteer().name());
    }

    /** Back to the proposal when there is still something to decide on it. */
    private static String refused(Turn turn, ProposalView proposal, Refusal refusal) {
        turn.warn(RefusalWords.say(refusal, proposal, turn.words()));
        return switch (refusal) {
            case Refusal.Gone gone -> turn.to("/proposals");
            case Refusal.AlreadyDecided decided -> turn.to("/proposals");
            case Refusal.UndoTooLate late -> turn.to("/proposals");
            case Refusal.MovedOn moved -> turn.to("/proposals");
            default -> turn.to("/proposals/" + proposal.id().value());
        };
    }
}
