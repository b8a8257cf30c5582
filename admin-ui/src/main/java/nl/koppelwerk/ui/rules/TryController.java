package nl.koppelwerk.ui.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.batch.rerun.Rerunning.Start;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.rerun.Rerun;
import nl.koppelwerk.data.rules.RulesDraft;
import nl.koppelwerk.data.view.RunView;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.OwnProgrammes;
import nl.koppelwerk.ui.shell.Role;
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

/** Trying a draft on last night's data, and what would come of it. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/rules/{programme:[0-9a-f-]{36}}/tries")
class TryController {
    private final OrganisationScope scope;
    private final OwnProgrammes programmes;
    private final RulesDesk desk;
    private final Tries tries;

    TryController(OrganisationScope scope, OwnProgrammes programmes, RulesDesk desk, Tries tries) {
        this.scope = scope;
        this.programmes = programmes;
        this.desk = desk;
        this.tries = tries;
    }

    @PostMapping
    String start(
            @PathVariable UUID programme,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Overview overview = scope.reading(
                coordinator.organisation(), () -> desk.overview(programmes.get(programme, coordinator), coordinator));
        Optional<RunView> night = scope.reading(coordinator.organisation(), tries::findLastNight);
        Optional<RulesDraft> draft = overview.own();
        if (night.isEmpty() || draft.isEmpty()) {
            return refused(programme, night.isEmpty() ? "rules.try.noNight" : "rules.gone", words, redirect);
        }
        return switch (tries.start(
                night.get(), overview.programme(), draft.get().settings(), coordinator)) {
            case Start.Started started -> "redirect:/rules/" + programme + "/tries/" + started.id();
            case Start.Busy() -> refused(programme, "rerun.busy", words, redirect);
            case Start.NoSnapshot() -> refused(programme, "rules.try.noNight", words, redirect);
        };
    }

    private static String refused(UUID programme, String why, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute("warning", words.say(why));
        return "redirect:/rules/" + programme + "/draft";
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    ModelAndView one(
            @PathVariable UUID programme,
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        return scope.inside(coordinator.organisation(), () -> {
            Programme found = programmes.get(programme, coordinator);
            Rerun rerun = tries.get(found, id);
            Overview overview = desk.overview(found, coordinator);
            ModelAndView page = new ModelAndView("rules/try")
                    .addObject("programme", found)
                    .addObject("overview", overview)
                    .addObject("rerun", rerun)
                    .addObject("night", tries.findNight(rerun))
                    .addObject("isDraft", isOwnDraft(overview, rerun))
                    .addObject("comparison", comparison(found, rerun, words));
            if (rerun.status() == Rerun.Status.DONE) {
                desk.seen(rerun, coordinator);
                page.addObject("difference", tries.difference(rerun));
            }
            return page;
        });
    }

    /** Whether what was tried is what would be put to use now. */
    private static boolean isOwnDraft(Overview overview, Rerun rerun) {
        return overview.own()
                .filter(draft -> rerun.draft()
                        .filter(tried -> tried.settings().equals(draft.settings()))
                        .isPresent())
                .isPresent();
    }

    private static Comparison comparison(Programme programme, Rerun rerun, Words words) {
        return Comparison.of(
                programme.rules(), rerun.draft().map(Rerun.Draft::settings).orElse(programme.rules()), words);
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/progress")
    ModelAndView progress(
            @PathVariable UUID programme,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean polled,
            @AuthenticationPrincipal Coordinator coordinator,
            HttpServletResponse response) {
        Rerun rerun =
                scope.reading(coordinator.organisation(), () -> tries.get(programmes.get(programme, coordinator), id));
        if (!polled) {
            return new ModelAndView("redirect:/rules/" + programme + "/tries/" + id);
        }
        if (rerun.status() != Rerun.Status.RUNNING) {
            response.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView("rules/try :: progress")
                .addObject("rerun", rerun)
                .addObject("path", "/rules/" + programme + "/tries/" + id);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/cancel")
    String cancel(
            @PathVariable UUID programme, @PathVariable UUID id, @AuthenticationPrincipal Coordinator coordinator) {
        scope.inside(
                coordinator.organisation(), () -> tries.cancel(tries.get(programmes.get(programme, coordinator), id)));
        return "redirect:/rules/" + programme + "/tries/" + id;
    }
}
