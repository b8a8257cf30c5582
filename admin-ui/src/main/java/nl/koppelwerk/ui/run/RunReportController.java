package nl.koppelwerk.ui.run;

import java.util.List;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.RunReports;
import nl.koppelwerk.data.view.ShiftLine;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.fairness.Dimension;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What lies behind the figures of a run: fairness, what changed since the night before, rows that were refused. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/runs/{number:[0-9]{1,18}}")
class RunReportController {
    private static final int PAGE_SIZE = 50;

    private final OrganisationScope scope;
    private final RunPages pages;
    private final RunReports reports;
    private final RunControl control;

    RunReportController(OrganisationScope scope, RunPages pages, RunReports reports, RunControl control) {
        this.scope = scope;
        this.pages = pages;
        this.reports = reports;
        this.control = control;
    }

    @GetMapping("/fairness")
    String fairness(
            @PathVariable long number,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        RunPage page = published(number, coordinator);
        model.addAttribute(
                "groupNames", new GroupNames(words, scope.reading(coordinator.organisation(), pages::programmeNames)));
        model.addAttribute("page", page);
        model.addAttribute("dimensions", Dimension.values());
        model.addAttribute(
                "fairness", page.report().orElseThrow(UnknownPage::new).fairness());
        return "run/fairness";
    }

    @GetMapping("/changes")
    String changes(
            @PathVariable long number,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        model.addAttribute("shiftWords", new ShiftWords(words));
        RunPage page = published(number, coordinator);
        List<ShiftLine> lines = scope.inside(coordinator.organisation(), () -> {
            control.note(new RunId(number), coordinator, Action.SEEN);
            return reports.lines(page.report().orElseThrow(UnknownPage::new));
        });
        model.addAttribute("page", page);
        model.addAttribute("lines", lines);
        return "run/changes";
    }

    private RunPage published(long number, Coordinator coordinator) {
        return scope.reading(coordinator.organisation(), () -> pages.find(number))
                .filter(page -> page.report().isPresent())
                .orElseThrow(UnknownPage::new);
    }

    @GetMapping("/rejects")
    String rejects(
            @PathVariable long number,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Coordinator coordinator,
            Model model) {
        scope.inside(coordinator.organisation(), () -> {
            model.addAttribute(
                    "detail", pages.find(number).orElseThrow(UnknownPage::new).detail());
            model.addAttribute("page", pages.rejected(number, page, PAGE_SIZE));
            control.note(new RunId(number), coordinator, Action.SEEN);
        });
        return "run/rejects";
    }
}
