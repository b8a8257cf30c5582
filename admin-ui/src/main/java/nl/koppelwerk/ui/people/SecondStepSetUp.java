package nl.koppelwerk.ui.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.account.Accounts.SecondStep;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.CodeApps;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.SecondFactor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting up an app that makes codes; open before the second step to who has none yet and must. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR, Role.MUNICIPAL_READER, Role.SYSTEM_ADMINISTRATOR})
@RequestMapping("/account/second-step")
class SecondStepSetUp {
    private final OrganisationScope scope;
    private final Accounts accounts;
    private final Codes codes;
    private final CodeApps apps;
    private final SignedIn signedIn;
    private final Audit audit;

    SecondStepSetUp(
            OrganisationScope scope, Accounts accounts, Codes codes, CodeApps apps, SignedIn signedIn, Audit audit) {
        this.scope = scope;
        this.accounts = accounts;
        this.codes = codes;
        this.apps = apps;
        this.signedIn = signedIn;
        this.audit = audit;
    }

    @GetMapping
    String offer(@AuthenticationPrincipal Coordinator person, Authentication shown, Model model) {
        if (person.secondStep() == SecondStep.ASKED && SecondFactor.missing(shown)) {
            return "redirect:" + SecondFactor.page(person);
        }
        return scope.inside(person.organisation(), () -> hasApp(person) ? "redirect:/account" : page(person, model));
    }

    @PostMapping
    String confirm(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal Coordinator person,
            Authentication shown,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (person.secondStep() == SecondStep.ASKED && SecondFactor.missing(shown)) {
            return "redirect:" + SecondFactor.page(person);
        }
        Optional<List<String>> recovery = scope.inside(
                person.organisation(),
                () -> !hasApp(person) && codes.take(person.account(), code)
                        ? Optional.of(confirmed(person))
                        : Optional.empty());
        if (recovery.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", "code");
            return scope.inside(
                    person.organisation(), () -> hasApp(person) ? "redirect:/account" : page(person, model));
        }
        if (SecondFactor.missing(shown)) {
            signedIn.grantSecondFactor(request, response, person, "code");
        }
        model.addAttribute("codes", recovery.get());
        return "people/recovery-codes";
    }

    private List<String> confirmed(Coordinator person) {
        note(person, AuditEntry.Action.ADDED);
        return codes.newRecoveryCodes(person);
    }

    private String page(Coordinator person, Model model) {
        model.addAttribute("offer", codes.offer(person));
        model.addAttribute("required", accounts.secondStepRequired());
        return "people/second-step-set-up";
    }

    private boolean hasApp(Coordinator person) {
        return apps.find(person.account()).filter(CodeApps.CodeApp::confirmed).isPresent();
    }

    private void note(Coordinator person, AuditEntry.Action action) {
        audit.add(
                person.organisation(),
                new AuditEntry(
                        Optional.of(person.account()),
                        action,
                        AuditEntry.Subject.ACCOUNT,
                        person.account().toString(),
                        Map.of("field", "code-app")));
    }
}
