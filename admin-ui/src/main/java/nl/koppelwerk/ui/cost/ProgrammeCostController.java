package nl.koppelwerk.ui.cost;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cost.ProgrammeCosts;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a pairing of each programme costs in a year. Without it, what was avoided would look like pure gain. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
@RequestMapping("/costs")
class ProgrammeCostController {
    private static final String LIST = "redirect:/costs";

    private final OrganisationScope scope;
    private final ProgrammeCosts costs;
    private final Audit audit;
    private final Clock clock;

    ProgrammeCostController(OrganisationScope scope, ProgrammeCosts costs, Audit audit, Clock clock) {
        this.scope = scope;
        this.costs = costs;
        this.audit = audit;
        this.clock = clock;
    }

    /** With the form filled in when a programme and a year are named that are there. */
    @GetMapping
    ModelAndView page(
            @RequestParam(required = false) @Nullable UUID programme,
            @RequestParam(required = false) @Nullable Integer year,
            @AuthenticationPrincipal Coordinator reader) {
        return scope.reading(reader.organisation(), () -> {
            CostForm form = costs.list().stream()
                    .filter(entry -> entry.programme().value().equals(programme)
                            && year != null
                            && entry.cost().year() == year)
                    .findFirst()
                    .map(CostForm::of)
                    .orElseGet(() -> CostForm.blank(LocalDate.now(clock).getYear()));
            return shown(form, Map.of());
        });
    }

    @PostMapping
    ModelAndView keep(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        CostForm form = new CostForm(typed);
        return scope.inside(reader.organisation(), () -> {
            List<ProgrammeId> programmes = costs.programmes().stream()
                    .map(ProgrammeCosts.Programme::id)
                    .toList();
            Map<String, String> problems = form.problems(programmes);
            if (!problems.isEmpty()) {
                return shown(form, problems);
            }
            ProgrammeCosts.Entry entry = form.entry(programmes);
            costs.keep(reader.organisation(), entry, reader.account(), clock.instant());
            note(
                    reader,
                    AuditEntry.Action.CHANGED,
                    entry.programme(),
                    entry.cost().year());
            redirect.addFlashAttribute("message", words.say("costs.kept"));
            return new ModelAndView(LIST);
        });
    }

    @PostMapping("/remove")
    ModelAndView remove(
            @RequestParam UUID programme,
            @RequestParam int year,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(reader.organisation(), () -> {
            ProgrammeId of = new ProgrammeId(programme);
            if (!costs.remove(reader.organisation(), of, year, reader.account(), clock.instant())) {
                throw new UnknownPage();
            }
            note(reader, AuditEntry.Action.REMOVED, of, year);
            redirect.addFlashAttribute("message", words.say("costs.removed"));
            return new ModelAndView(LIST);
        });
    }

    private ModelAndView shown(CostForm form, Map<String, String> problems) {
        ModelAndView page = new ModelAndView("cost/list")
                .addObject("programmes", costs.programmes())
                .addObject("names", costs.names())
                .addObject("entries", costs.list())
                .addObject("changes", costs.changes())
                .addObject("gaps", costs.gaps())
                .addObject("amounts", CostForm.AMOUNTS)
                .addObject("form", form)
                .addObject("problems", problems);
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private void note(Coordinator reader, AuditEntry.Action action, ProgrammeId programme, int year) {
        audit.add(
                reader.organisation(),
                new AuditEntry(
                        Optional.of(reader.account()),
                        action,
                        AuditEntry.Subject.PROGRAMME,
                        programme.value().toString(),
                        Map.of("year", Integer.toString(year))));
    }
}
