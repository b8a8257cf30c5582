package nl.koppelwerk.ui.pairing;

import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of pairings, the page of one, and the form of a check-in. */
@Controller
@OpenTo(Role.COORDINATOR)
class PairingController {
    private final OrganisationScope scope;
    private final PairingList lists;
    private final PairingPages pages;
    private final Audit audit;

    PairingController(OrganisationScope scope, PairingList lists, PairingPages pages, Audit audit) {
        this.scope = scope;
        this.lists = lists;
        this.pages = pages;
        this.audit = audit;
    }

    @GetMapping("/pairings")
    String list(
            @RequestParam(required = false) @Nullable Step step,
            @RequestParam(required = false) @Nullable UUID programme,
            @RequestParam(defaultValue = "false") boolean care,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Coordinator coordinator,
            Model model) {
        return scope.reading(coordinator.organisation(), () -> {
            lists.fill(
                    model,
                    new PairingList.Asked(Optional.ofNullable(step), Optional.ofNullable(programme), care),
                    page);
            return "pairing/list";
        });
    }

    @GetMapping("/pairings/{id:[0-9a-f-]{36}}")
    String one(@PathVariable UUID id, @AuthenticationPrincipal Coordinator coordinator, Model model) {
        return scope.inside(coordinator.organisation(), () -> {
            model.addAttribute("page", seen(id, coordinator));
            return "pairing/detail";
        });
    }

    @GetMapping("/pairings/{id:[0-9a-f-]{36}}/check-in")
    String checkIn(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "FAMILY") Side side,
            @AuthenticationPrincipal Coordinator coordinator,
            Model model) {
        return scope.inside(coordinator.organisation(), () -> {
            model.addAttribute("page", seen(id, coordinator));
            model.addAttribute("side", side);
            return "pairing/check-in";
        });
    }

    private PairingPage seen(UUID id, Coordinator coordinator) {
        PairingPage page = pages.get(id);
        audit.add(
                coordinator.organisation(),
                AuditEntry.of(coordinator.account(), AuditEntry.Action.SEEN, AuditEntry.Subject.PAIRING, id));
        return page;
    }
}
