package nl.koppelwerk.ui.morning;

import java.util.Map;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.DecisionViews;
import nl.koppelwerk.data.view.FilterViews;
import nl.koppelwerk.pairing.UndoingDecisions;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Narrowed;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Seen;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that a coordinator starts the day with. */
@Controller
@OpenTo(Role.COORDINATOR)
class MorningController {
    private final OrganisationScope scope;
    private final Morning.Views views;
    private final DecisionViews decisions;
    private final FilterViews filters;

    MorningController(OrganisationScope scope, Morning.Views views, DecisionViews decisions, FilterViews filters) {
        this.scope = scope;
        this.views = views;
        this.decisions = decisions;
        this.filters = filters;
    }

    @GetMapping("/morning")
    @Seen(AuditEntry.Subject.REQUEST)
    String morning(
            @RequestParam Map<String, String> address, @AuthenticationPrincipal Coordinator coordinator, Model model) {
        Narrowed narrowed = Narrowed.of(address);
        return scope.reading(coordinator.organisation(), () -> {
            model.addAttribute("narrowed", narrowed);
            model.addAttribute("options", filters.options());
            model.addAttribute("morning", Morning.read(views, narrowed.filter()));
            model.addAttribute("held", decisions.held(narrowed.filter()));
            model.addAttribute(
                    "last",
                    decisions
                            .findLast(coordinator.account(), UndoingDecisions.WITHIN)
                            .orElse(null));
            return "morning/morning";
        });
    }
}
