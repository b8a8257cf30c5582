package nl.koppelwerk.ui.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.rules.PuttingRulesToUse.Outcome;
import nl.koppelwerk.data.rules.RulesDraft;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.OwnProgrammes;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reader's own draft of a programme's rules. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/rules/{programme:[0-9a-f-]{36}}/draft")
class DraftController {
    private static final int MOST_REASON = 500;

    private final OrganisationScope scope;
    private final OwnProgrammes programmes;
    private final RulesDesk desk;
    private final Tries tries;

    DraftController(OrganisationScope scope, OwnProgrammes programmes, RulesDesk desk, Tries tries) {
        this.scope = scope;
        this.programmes = programmes;
        this.desk = desk;
        this.tries = tries;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID programme,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        return scope.reading(coordinator.organisation(), () -> {
            Overview overview = desk.overview(programmes.get(programme, coordinator), coordinator);
            RuleSettings shown = overview.own()
                    .map(RulesDraft::settings)
                    .orElse(overview.inUse().settings());
            return page(overview, RulesForm.of(shown), words);
        });
    }

    private ModelAndView page(Overview overview, RulesForm form, Words words) {
        Programme programme = overview.programme();
        RuleSettings inUse = overview.inUse().settings();
        return new ModelAndView("rules/draft")
                .addObject("programme", programme)
                .addObject("overview", overview)
                .addObject("form", form)
                .addObject("levels", List.of(Level.values()))
                .addObject("lines", RuleLines.of(inUse, words))
                .addObject("tries", tries.list(programme))
                .addObject(
                        "comparison",
                        Comparison.of(
                                inUse, overview.own().map(RulesDraft::settings).orElse(inUse), words));
    }

    /** Keeps what was typed; a draft whose ground has moved is put on the version that is in use now. */
    @PostMapping
    ModelAndView save(
            @PathVariable UUID programme,
            @RequestParam int version,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(coordinator.organisation(), () -> {
            Overview overview = desk.overview(programmes.get(programme, coordinator), coordinator);
            RulesForm form = RulesForm.typed(sent);
            if (!form.isRight()) {
                ModelAndView again = page(overview, form, words);
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                return again;
            }
            boolean kept = desk.save(
                    overview.programme(), form.settings(overview.inUse().settings()), version, coordinator);
            redirect.addFlashAttribute(
                    kept ? "message" : "warning", words.say(kept ? "rules.draft.kept" : "rules.draft.changed"));
            return new ModelAndView("redirect:/rules/" + programme + "/draft");
        });
    }

    @PostMapping("/discard")
    String discard(
            @PathVariable UUID programme,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        scope.inside(
                coordinator.organisation(), () -> desk.discard(programmes.get(programme, coordinator), coordinator));
        redirect.addFlashAttribute("message", words.say("rules.draft.discarded"));
        return "redirect:/rules/" + programme;
    }

    @PostMapping("/use")
    String putToUse(
            @PathVariable UUID programme,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Optional<String> why =
                Optional.of(reason.strip()).filter(text -> !text.isEmpty() && text.length() <= MOST_REASON);
        if (why.isEmpty()) {
            redirect.addFlashAttribute("warning", words.say("rules.reason.missing", MOST_REASON));
            return "redirect:/rules/" + programme + "/draft#use";
        }
        Outcome outcome = scope.inside(
                coordinator.organisation(),
                () -> desk.putToUse(programmes.get(programme, coordinator), version, why.get(), coordinator));
        OutcomeWords.tell(outcome, words, redirect);
        return "redirect:/rules/" + programme + (outcome instanceof Outcome.InUse ? "" : "/draft");
    }
}
