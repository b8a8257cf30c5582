package nl.koppelwerk.ui.run;

import java.time.Clock;
import java.time.LocalDate;
import nl.koppelwerk.batch.nightly.NightOrder;
import nl.koppelwerk.batch.nightly.NightsInBackground;
import nl.koppelwerk.batch.nightly.NightsInBackground.Start;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starting a run now, and stopping one. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/runs")
class RunStartController {
    private final NightsInBackground nights;
    private final OrganisationScope scope;
    private final RunControl control;
    private final Clock clock;

    RunStartController(NightsInBackground nights, OrganisationScope scope, RunControl control, Clock clock) {
        this.nights = nights;
        this.scope = scope;
        this.control = control;
        this.clock = clock;
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        NightOrder order =
                NightOrder.on(LocalDate.now(clock), coordinator.organisation()).by(coordinator.account());
        return switch (nights.start(order)) {
            case Start.Started(RunId run) -> {
                scope.inside(coordinator.organisation(), () -> control.note(run, coordinator, Action.ADDED));
                yield "redirect:/runs/" + run.value();
            }
            case Start.Busy() -> {
                redirect.addFlashAttribute("warning", words.say("runs.busy"));
                yield "redirect:/runs";
            }
        };
    }

    @PostMapping("/{number:[0-9]{1,18}}/cancel")
    String cancel(
            @PathVariable long number,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        boolean inTime = scope.inside(coordinator.organisation(), () -> control.cancel(new RunId(number), coordinator));
        if (!inTime) {
            redirect.addFlashAttribute("warning", words.say("run.cancel.late"));
        }
        return "redirect:/runs/" + number;
    }
}
