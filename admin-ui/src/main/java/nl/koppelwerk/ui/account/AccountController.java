package nl.koppelwerk.ui.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.CodeApps;
import nl.koppelwerk.data.signin.Sessions;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.CurrentSession;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.PasswordRules;
import nl.koppelwerk.ui.shell.Passwords;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
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

/** What everybody may change about the own account. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR, Role.MUNICIPAL_READER, Role.SYSTEM_ADMINISTRATOR})
@RequestMapping("/account")
class AccountController {
    private static final String BACK = "redirect:/account";

    private final OrganisationScope scope;
    private final Passwords passwords;
    private final Sessions sessions;
    private final CodeApps apps;
    private final Audit audit;

    AccountController(OrganisationScope scope, Passwords passwords, Sessions sessions, CodeApps apps, Audit audit) {
        this.scope = scope;
        this.passwords = passwords;
        this.sessions = sessions;
        this.apps = apps;
        this.audit = audit;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal Coordinator person, HttpServletRequest request) {
        return page(person, request, HttpStatus.OK);
    }

    @PostMapping("/password")
    ModelAndView change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @AuthenticationPrincipal Coordinator person,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return scope.inside(person.organisation(), () -> {
            Account account = passwords.owner(person.account()).orElseThrow(UnknownPage::new);
            if (!passwords.matches(account, current)) {
                return page(person, request, HttpStatus.UNPROCESSABLE_CONTENT).addObject("problem", "current");
            }
            Optional<PasswordRules.Weakness> weakness = passwords.weakness(account, password);
            if (weakness.isPresent()) {
                return page(person, request, HttpStatus.UNPROCESSABLE_CONTENT)
                        .addObject("weakness", weakness.get().name());
            }
            passwords.choose(account, password, "account", CurrentSession.of(request));
            redirect.addFlashAttribute("message", words.say("account.password.changed"));
            return new ModelAndView(BACK);
        });
    }

    @PostMapping("/sessions/{session:[0-9a-f-]{36}}/end")
    String end(
            @PathVariable UUID session,
            @AuthenticationPrincipal Coordinator person,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(person.organisation(), () -> {
            if (!sessions.end(person.account(), session)) {
                throw new UnknownPage();
            }
            audit.add(
                    person.organisation(),
                    AuditEntry.of(person.account(), AuditEntry.Action.REMOVED, AuditEntry.Subject.SESSION, session));
            redirect.addFlashAttribute("message", words.say("account.sessions.ended"));
            return BACK;
        });
    }

    @PostMapping("/sessions/end-others")
    String endOthers(
            @AuthenticationPrincipal Coordinator person,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return scope.inside(person.organisation(), () -> {
            int ended = sessions.endOthers(person.account(), CurrentSession.of(request));
            audit.add(
                    person.organisation(),
                    new AuditEntry(
                            Optional.of(person.account()),
                            AuditEntry.Action.REMOVED,
                            AuditEntry.Subject.SESSION,
                            "others",
                            Map.of("count", Integer.toString(ended))));
            redirect.addFlashAttribute("message", words.say("account.sessions.ended.others", ended));
            return BACK;
        });
    }

    @PostMapping("/remove-code-app")
    ModelAndView removeCodeApp(
            @RequestParam(defaultValue = "") String current,
            @AuthenticationPrincipal Coordinator person,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return scope.inside(person.organisation(), () -> {
            Account account = passwords.owner(person.account()).orElseThrow(UnknownPage::new);
            if (!passwords.matches(account, current)) {
                return page(person, request, HttpStatus.UNPROCESSABLE_CONTENT).addObject("problem", "current");
            }
            apps.remove(person.account());
            audit.add(
                    person.organisation(),
                    new AuditEntry(
                            Optional.of(person.account()),
                            AuditEntry.Action.REMOVED,
                            AuditEntry.Subject.ACCOUNT,
                            person.account().toString(),
                            Map.of("field", "code-app")));
            redirect.addFlashAttribute("message", words.say("account.step.removed"));
            return new ModelAndView(BACK);
        });
    }

    private ModelAndView page(Coordinator person, HttpServletRequest request, HttpStatus status) {
        return scope.inside(
                person.organisation(),
                () -> new ModelAndView("account/account", status)
                        .addObject("sessions", sessions.list(person.account()))
                        .addObject("current", CurrentSession.of(request).orElse(null))
                        .addObject(
                                "app",
                                apps.find(person.account())
                                        .filter(CodeApps.CodeApp::confirmed)
                                        .isPresent())
                        .addObject("codesLeft", apps.recoveryCodesLeft(person.account())));
    }
}
