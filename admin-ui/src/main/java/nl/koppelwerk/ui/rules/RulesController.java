package nl.koppelwerk.ui.rules;

import java.util.List;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.rules.PuttingRulesToUse.Outcome;
import nl.koppelwerk.data.rules.RulesVersion;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.OwnProgrammes;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules of the programmes, their versions, and the way back to an older one. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/rules")
class RulesController {
    private final OrganisationScope scope;
    private final OwnProgrammes programmes;
    private final RulesDesk desk;

    RulesController(OrganisationScope scope, OwnProgrammes programmes, RulesDesk desk) {
        this.scope = scope;
        this.programmes = programmes;
        this.desk = desk;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Coordinator coordinator, Model model) {
        model.addAttribute(
                "overview",
                scope.reading(
                        coordinator.organisation(),
                        () -> programmes.list(coordinator).stream()
                                .map(programme -> desk.overview(programme, coordinator))
                                .toList()));
        return "rules/list";
    }

    @GetMapping("/{programme:[0-9a-f-]{36}}")
    String one(
            @PathVariable UUID programme,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        scope.reading(coordinator.organisation(), () -> {
            Programme found = programmes.get(programme, coordinator);
            model.addAttribute("programme", found);
            model.addAttribute("lines", RuleLines.of(found.rules(), words));
            model.addAttribute("sameLanguage", RuleLines.weight(Rules.SAME_LANGUAGE, found.rules()));
            return model.addAttribute("overview", desk.overview(found, coordinator));
        });
        return "rules/detail";
    }

    @GetMapping("/{programme:[0-9a-f-]{36}}/versions")
    String versions(
            @PathVariable UUID programme,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        scope.reading(coordinator.organisation(), () -> {
            Programme found = programmes.get(programme, coordinator);
            List<RulesVersion> versions = desk.versions(found);
            int newest = to == 0 ? found.rules().version() : to;
            int older = from == 0 ? before(versions, newest) : from;
            model.addAttribute("programme", found);
            model.addAttribute("versions", versions);
            model.addAttribute("from", older);
            model.addAttribute("to", newest);
            return model.addAttribute("comparison", Comparison.of(get(versions, older), get(versions, newest), words));
        });
        return "rules/versions";
    }

    private static int before(List<RulesVersion> versions, int number) {
        return versions.stream()
                .mapToInt(RulesVersion::number)
                .filter(other -> other < number)
                .max()
                .orElse(number);
    }

    private static RuleSettings get(List<RulesVersion> versions, int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(UnknownPage::new)
                .settings();
    }

    @PostMapping("/{programme:[0-9a-f-]{36}}/versions/{number:[0-9]{1,6}}/restore")
    String restore(
            @PathVariable UUID programme,
            @PathVariable int number,
            @RequestParam int seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Outcome outcome = scope.inside(coordinator.organisation(), () -> {
            Programme found = programmes.get(programme, coordinator);
            return desk.restore(found, number, seen, words.say("rules.restored.reason", number), coordinator);
        });
        OutcomeWords.tell(outcome, words, redirect);
        return "redirect:/rules/" + programme + "/versions";
    }
}
