package nl.koppelwerk.ui.reason;

import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.ProposalReaders;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Seen;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** A second look at a proposal: a part of its page, and a page of its own where there is no script. */
@Controller
@OpenTo(Role.COORDINATOR)
class OpinionController {
    private final OrganisationScope scope;
    private final Pairings pairings;
    private final Opinions opinions;
    private final ProposalReaders readers;

    OpinionController(OrganisationScope scope, Pairings pairings, Opinions opinions, ProposalReaders readers) {
        this.scope = scope;
        this.pairings = pairings;
        this.opinions = opinions;
        this.readers = readers;
    }

    @GetMapping("/proposals/{id:[0-9a-f-]{36}}/opinion")
    @Seen(AuditEntry.Subject.PAIRING)
    String opinion(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        Pairing proposal = scope.reading(coordinator.organisation(), () -> pairings.find(new PairingId(id)))
                .orElseThrow(UnknownPage::new);
        readers.note(coordinator.organisation(), proposal.id(), coordinator.account());
        model.addAttribute("opinion", opinions.of(proposal, coordinator, words));
        return part == null ? "reason/opinion" : "reason/opinion :: sections";
    }
}
