package nl.koppelwerk.ui.people;

import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.AccountLinks;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.PasswordRules;
import nl.koppelwerk.ui.shell.Passwords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asking for a link by mail, and choosing a password with it. An address that nobody has is answered like any other, and
 * only the button uses the link up: programs that look into mail may follow it.
 */
@Controller
@OpenTo({})
class PasswordByMail {
    private static final String LINK = "koppelwerk.link";
    private static final String FORM = "people/choose-password";

    private final ForgottenPasswords forgotten;
    private final AccountLinks links;
    private final Passwords passwords;
    private final OrganisationScope scope;

    PasswordByMail(ForgottenPasswords forgotten, AccountLinks links, Passwords passwords, OrganisationScope scope) {
        this.forgotten = forgotten;
        this.links = links;
        this.passwords = passwords;
        this.scope = scope;
    }

    @GetMapping("/forgotten-password")
    String ask() {
        return "people/forgotten-password";
    }

    @PostMapping("/forgotten-password")
    ModelAndView send(@RequestParam(defaultValue = "") String email, Locale language) {
        forgotten.mail(email, language);
        return new ModelAndView("people/forgotten-password").addObject("sent", true);
    }

    /** The link goes out of sight at once: out of the address, the history and what other pages are told. */
    @GetMapping("/welcome")
    String follow(@RequestParam(defaultValue = "") String link, HttpSession session) {
        session.setAttribute(LINK, link);
        return "redirect:/welcome/password";
    }

    @GetMapping("/welcome/password")
    ModelAndView form(HttpSession session) {
        return link(session)
                .flatMap(secret -> links.organisation(secret)
                        .flatMap(organisation -> scope.inside(organisation, () -> links.find(secret))))
                .map(found -> new ModelAndView(FORM)
                        .addObject("purpose", found.purpose().name()))
                .orElseGet(PasswordByMail::over);
    }

    @PostMapping("/welcome/password")
    ModelAndView choose(@RequestParam(defaultValue = "") String password, HttpSession session) {
        Optional<String> secret = link(session);
        return secret.flatMap(links::organisation)
                .map(organisation -> scope.inside(organisation, () -> choose(secret.get(), password, session)))
                .orElseGet(PasswordByMail::over);
    }

    private ModelAndView choose(String secret, String password, HttpSession session) {
        Optional<AccountLinks.Link> found = links.find(secret);
        Optional<Account> account = found.flatMap(link -> passwords.owner(link.account()));
        if (found.isEmpty() || account.isEmpty()) {
            return over();
        }
        Optional<PasswordRules.Weakness> weakness = passwords.weakness(account.get(), password);
        if (weakness.isPresent()) {
            return new ModelAndView(FORM, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("purpose", found.get().purpose().name())
                    .addObject("weakness", weakness.get().name());
        }
        if (links.use(secret).isEmpty()) {
            return over();
        }
        passwords.choose(account.get(), password, "link", Optional.empty());
        session.removeAttribute(LINK);
        return new ModelAndView("redirect:/login?notice=chosen");
    }

    private static Optional<String> link(HttpSession session) {
        @Nullable Object link = session.getAttribute(LINK);
        return link instanceof String secret ? Optional.of(secret) : Optional.empty();
    }

    private static ModelAndView over() {
        return new ModelAndView("people/link-over", HttpStatus.NOT_FOUND);
    }
}
