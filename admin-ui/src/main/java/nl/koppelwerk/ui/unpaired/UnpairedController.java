package nl.koppelwerk.ui.unpaired;

import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.Filter;
import nl.koppelwerk.data.view.Page;
import nl.koppelwerk.data.view.RunViews;
import nl.koppelwerk.data.view.UnpairedLine;
import nl.koppelwerk.data.view.UnpairedViews;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Seen;
import nl.koppelwerk.ui.shell.Waiting;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of requests without a proposal, and the page of one. */
@Controller
@OpenTo(Role.COORDINATOR)
class UnpairedController {
    private static final int PAGE_SIZE = 25;

    private final OrganisationScope scope;
    private final UnpairedViews unpaired;
    private final RunViews runs;
    private final Seeking seeking;

    UnpairedController(OrganisationScope scope, UnpairedViews unpaired, RunViews runs, Seeking seeking) {
        this.scope = scope;
        this.unpaired = unpaired;
        this.runs = runs;
        this.seeking = seeking;
    }

    @GetMapping("/unpaired")
    @Seen(AuditEntry.Subject.REQUEST)
    String list(
            @RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Coordinator coordinator, Model model) {
        return scope.reading(coordinator.organisation(), () -> {
            Page<UnpairedLine> lines = unpaired.list(Filter.ALL, page, PAGE_SIZE);
            model.addAttribute("page", lines);
            model.addAttribute(
                    "waiting", lines.items().stream().map(Waiting::of).toList());
            model.addAttribute("empty", runs.findLastPublished().isPresent() ? "done" : "never");
            return "unpaired/list";
        });
    }

    @GetMapping("/unpaired/{request:[0-9a-f-]{36}}")
    @Seen(AuditEntry.Subject.REQUEST)
    String one(
            @PathVariable UUID request,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        model.addAttribute("page", seeking.page(new SupportRequestId(request), coordinator, words));
        return "unpaired/one";
    }
}
