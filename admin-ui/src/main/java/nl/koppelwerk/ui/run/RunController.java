package nl.koppelwerk.ui.run;

import jakarta.servlet.http.HttpServletResponse;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.Page;
import nl.koppelwerk.data.view.RunView;
import nl.koppelwerk.data.view.RunViews;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Seen;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of nightly runs and the page of one. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/runs")
class RunController {
    private static final int PAGE_SIZE = 30;

    private final OrganisationScope scope;
    private final RunViews runs;
    private final RunPages pages;

    RunController(OrganisationScope scope, RunViews runs, RunPages pages) {
        this.scope = scope;
        this.runs = runs;
        this.pages = pages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal Coordinator coordinator, Model model) {
        Page<RunView> found = scope.reading(coordinator.organisation(), () -> runs.list(page, PAGE_SIZE));
        model.addAttribute("page", found);
        model.addAttribute("running", found.items().stream().anyMatch(run -> run.status() == RunView.Status.RUNNING));
        model.addAttribute("trend", Trend.of(found.items()));
        return "run/list";
    }

    @GetMapping("/{number:[0-9]{1,18}}")
    @Seen(AuditEntry.Subject.RUN)
    String one(@PathVariable long number, @AuthenticationPrincipal Coordinator coordinator, Model model) {
        model.addAttribute(
                "page",
                scope.reading(coordinator.organisation(), () -> pages.find(number))
                        .orElseThrow(UnknownPage::new));
        return "run/detail";
    }

    /** Only the progress, asked for every other second; when the run has ended, the browser is told to load its page. */
    @GetMapping("/{number:[0-9]{1,18}}/progress")
    ModelAndView progress(
            @PathVariable long number,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean polled,
            @AuthenticationPrincipal Coordinator coordinator,
            HttpServletResponse response) {
        RunPage page = scope.reading(coordinator.organisation(), () -> pages.find(number))
                .orElseThrow(UnknownPage::new);
        if (!polled) {
            return new ModelAndView("redirect:/runs/" + number);
        }
        if (!page.isRunning()) {
            response.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView("run/detail :: progress").addObject("page", page);
    }
}
