package nl.koppelwerk.ui.run;

import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.Page;
import nl.koppelwerk.data.view.RunView;
import nl.koppelwerk.data.view.RunViews;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of nightly runs and the page of one. */
@Controller
@OpenTo(Role.COORDINATOR)
@RequestMapping("/runs")
class RunController {
    private static final int PAGE_SIZE = 30;

    private final OrganisationScope scope;
    private final RunViews runs;

    RunController(OrganisationScope scope, RunViews runs) {
        this.scope = scope;
        this.runs = runs;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Coordinator coordinator, Model model) {
        Page<RunView> found = scope.reading(coordinator.organisation(), () -> runs.list(page, PAGE_SIZE));
        model.addAttribute("page", found);
        model.addAttribute("running", found.items().stream().anyMatch(run -> run.status() == RunView.Status.RUNNING));
        return "run/list";
    }

    @GetMapping("/{number:[0-9]{1,18}}")
    String one(@PathVariable long number, @AuthenticationPrincipal Coordinator coordinator, Model model) {
        model.addAttribute(
                "run",
                scope.reading(coordinator.organisation(), () -> runs.find(number))
                        .orElseThrow(UnknownPage::new));
        return "run/detail";
    }
}
