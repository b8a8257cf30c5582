package nl.koppelwerk.ui.administration;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.account.AccountView;
import nl.koppelwerk.data.account.AccountViews;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.account.Limits;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
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

/** The accounts of an organisation: inviting, limiting, closing. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
@RequestMapping("/accounts")
class StaffController {
    private static final String ONE = "/{account:[0-9a-f-]{36}}";

    private final OrganisationScope scope;
    private final AccountViews views;
    private final Accounts accounts;
    private final Programmes programmes;
    private final ManagingStaff staff;

    StaffController(
            OrganisationScope scope,
            AccountViews views,
            Accounts accounts,
            Programmes programmes,
            ManagingStaff staff) {
        this.scope = scope;
        this.views = views;
        this.accounts = accounts;
        this.programmes = programmes;
        this.staff = staff;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal Coordinator administrator) {
        return scope.reading(
                administrator.organisation(),
                () -> new ModelAndView("administration/accounts")
                        .addObject("accounts", views.list())
                        .addObject("required", accounts.secondStepRequired()));
    }

    @PostMapping("/second-step")
    String requireSecondStep(
            @RequestParam(defaultValue = "false") boolean required,
            @AuthenticationPrincipal Coordinator administrator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        staff.requireSecondStep(administrator, required);
        redirect.addFlashAttribute("message", words.say("accounts.step.saved." + required));
        return "redirect:/accounts";
    }

    @GetMapping("/new")
    ModelAndView empty(@AuthenticationPrincipal Coordinator administrator) {
        return form(administrator, new AccountForm("", "", null, null, null), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView invite(
            AccountForm sent,
            @AuthenticationPrincipal Coordinator administrator,
            @ModelAttribute("words") Words words,
            Locale language,
            RedirectAttributes redirect) {
        Optional<String> problem = sent.problem(true).or(() -> notOffered(administrator, sent));
        if (problem.isPresent()) {
            return form(administrator, sent, HttpStatus.UNPROCESSABLE_CONTENT).addObject("problem", problem.get());
        }
        staff.invite(administrator, sent, language);
        redirect.addFlashAttribute("message", words.say("accounts.invited", String.valueOf(sent.email())));
        return new ModelAndView("redirect:/accounts");
    }

    @GetMapping(ONE)
    ModelAndView one(@PathVariable UUID account, @AuthenticationPrincipal Coordinator administrator) {
        return scope.reading(administrator.organisation(), () -> {
            AccountView found = get(account);
            Limits limits = accounts.limits(account);
            return page(
                    found,
                    new AccountForm(
                            found.email(), found.name(), found.role(), limits.programmes(), limits.municipalities()),
                    HttpStatus.OK);
        });
    }

    @PostMapping(ONE)
    ModelAndView change(
            @PathVariable UUID account,
            AccountForm sent,
            @AuthenticationPrincipal Coordinator administrator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(administrator.organisation(), () -> {
            AccountView found = get(account);
            Optional<String> problem = sent.problem(false)
                    .or(() -> notOffered(administrator, sent))
                    .or(() -> staff.lastAdministrator(administrator, found, sent));
            if (problem.isPresent()) {
                return page(found, sent, HttpStatus.UNPROCESSABLE_CONTENT).addObject("problem", problem.get());
            }
            staff.change(administrator, account, sent);
            return done(account, "accounts.changed", words, redirect);
        });
    }

    @PostMapping(ONE + "/{what:invite-again|withdraw|end-sessions|reset-second-step|close|open}")
    ModelAndView act(
            @PathVariable UUID account,
            @PathVariable String what,
            @AuthenticationPrincipal Coordinator administrator,
            @ModelAttribute("words") Words words,
            Locale language,
            RedirectAttributes redirect) {
        return scope.inside(administrator.organisation(), () -> {
            get(account);
            boolean own = account.equals(administrator.account());
            if (own && !what.equals("end-sessions")) {
                redirect.addFlashAttribute("warning", words.say("accounts.own"));
                return new ModelAndView("redirect:/accounts/" + account);
            }
            staff.act(administrator, account, what, language);
            return done(account, "accounts.done." + what, words, redirect);
        });
    }

    /** A limit that the page does not offer is somebody's own invention, or gone since the page was opened. */
    private Optional<String> notOffered(Coordinator administrator, AccountForm sent) {
        return scope.inside(administrator.organisation(), () -> {
            Set<UUID> offered = programmes.list().stream()
                    .map(programme -> programme.id().value())
                    .collect(Collectors.toSet());
            return offered.containsAll(sent.chosenProgrammes())
                            && accounts.municipalities().containsAll(sent.chosenMunicipalities())
                    ? Optional.empty()
                    : Optional.of("limits");
        });
    }

    private AccountView get(UUID account) {
        return views.find(account).orElseThrow(UnknownPage::new);
    }

    private static ModelAndView done(UUID account, String message, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute("message", words.say(message));
        return new ModelAndView("redirect:/accounts/" + account);
    }

    private ModelAndView form(Coordinator administrator, AccountForm form, HttpStatus status) {
        return scope.reading(
                administrator.organisation(), () -> choices(new ModelAndView("administration/invite", status), form));
    }

    private ModelAndView page(AccountView found, AccountForm form, HttpStatus status) {
        return choices(new ModelAndView("administration/account", status).addObject("account", found), form);
    }

    private ModelAndView choices(ModelAndView page, AccountForm form) {
        return page.addObject("form", form)
                .addObject("roles", AccountForm.ROLES)
                .addObject("programmes", programmes.list())
                .addObject("municipalities", accounts.municipalities());
    }
}
