package nl.koppelwerk.ui.run;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.batch.rerun.RerunOrder;
import nl.koppelwerk.batch.rerun.Rerunning;
import nl.koppelwerk.batch.rerun.Rerunning.Start;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.rerun.Differences;
import nl.koppelwerk.data.rerun.Rerun;
import nl.koppelwerk.data.rerun.Reruns;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Matching the night of a run once more, to see whether the same comes of it. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/runs/{number:[0-9]{1,18}}/replays")
class ReplayController {
    private final Rerunning rerunning;
    private final OrganisationScope scope;
    private final Reruns reruns;
    private final Differences differences;

    ReplayController(Rerunning rerunning, OrganisationScope scope, Reruns reruns, Differences differences) {
        this.rerunning = rerunning;
        this.scope = scope;
        this.reruns = reruns;
        this.differences = differences;
    }

    @PostMapping
    String start(
            @PathVariable long number,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        RerunOrder order =
                new RerunOrder(coordinator.organisation(), new RunId(number), coordinator.account(), Optional.empty());
        return switch (rerunning.start(order)) {
            case Start.Started started -> "redirect:/runs/" + number + "/replays/" + started.id();
            case Start.Busy() -> {
                redirect.addFlashAttribute("warning", words.say("rerun.busy"));
                yield "redirect:/runs/" + number;
            }
            case Start.NoSnapshot() -> throw new UnknownPage();
        };
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    ModelAndView one(
            @PathVariable long number, @PathVariable UUID id, @AuthenticationPrincipal Coordinator coordinator) {
        return scope.reading(coordinator.organisation(), () -> {
            Rerun rerun = get(number, id);
            ModelAndView page = new ModelAndView("run/replay").addObject("rerun", rerun);
            if (rerun.status() == Rerun.Status.DONE) {
                page.addObject("difference", differences.between(rerun.run(), id));
            }
            return page;
        });
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/progress")
    ModelAndView progress(
            @PathVariable long number,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean polled,
            @AuthenticationPrincipal Coordinator coordinator,
            HttpServletResponse response) {
        Rerun rerun = scope.reading(coordinator.organisation(), () -> get(number, id));
        if (!polled) {
            return new ModelAndView("redirect:/runs/" + number + "/replays/" + id);
        }
        if (rerun.status() != Rerun.Status.RUNNING) {
            response.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView("run/replay :: progress").addObject("rerun", rerun);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/cancel")
    String cancel(@PathVariable long number, @PathVariable UUID id, @AuthenticationPrincipal Coordinator coordinator) {
        scope.inside(
                coordinator.organisation(), () -> reruns.cancel(get(number, id).id()));
        return "redirect:/runs/" + number + "/replays/" + id;
    }

    private Rerun get(long number, UUID id) {
        return reruns.find(id)
                .filter(found -> found.run().value() == number && found.draft().isEmpty())
                .orElseThrow(UnknownPage::new);
    }
}
