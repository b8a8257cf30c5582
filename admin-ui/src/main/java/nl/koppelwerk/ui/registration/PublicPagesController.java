package nl.koppelwerk.ui.registration;

import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signup.OpenOrganisations;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens and closes the pages on which people sign up. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
class PublicPagesController {
    private final OrganisationScope scope;
    private final OpenOrganisations organisations;
    private final Audit audit;

    PublicPagesController(OrganisationScope scope, OpenOrganisations organisations, Audit audit) {
        this.scope = scope;
        this.organisations = organisations;
        this.audit = audit;
    }

    @PostMapping("/registrations/pages")
    String say(
            @RequestParam(defaultValue = "") String shortName,
            @RequestParam(defaultValue = "") String phone,
            @AuthenticationPrincipal Coordinator administrator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        OpenOrganisations.Said said = new OpenOrganisations.Said(shortName.strip(), phone.strip());
        String outcome = !said.right() ? "wrong" : kept(administrator, said) ? "saved" : "taken";
        redirect.addFlashAttribute(
                outcome.equals("saved") ? "message" : "warning", words.say("registration.pages." + outcome));
        return "redirect:/registrations";
    }

    private boolean kept(Coordinator administrator, OpenOrganisations.Said said) {
        return scope.inside(administrator.organisation(), () -> {
            boolean kept = organisations.say(administrator.organisation(), said);
            if (kept) {
                audit.add(
                        administrator.organisation(),
                        new AuditEntry(
                                Optional.of(administrator.account()),
                                AuditEntry.Action.CHANGED,
                                AuditEntry.Subject.REGISTRATION,
                                "pages",
                                Map.of("to", said.shortName().isEmpty() ? "closed" : "open")));
            }
            return kept;
        });
    }
}
