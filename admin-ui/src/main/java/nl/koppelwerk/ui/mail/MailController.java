package nl.koppelwerk.ui.mail;

import java.util.UUID;
import nl.koppelwerk.batch.mail.MailServer;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.mail.OutgoingMails;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mail of the organisation by its outside: what it says is for who receives it. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
class MailController {
    private static final int SHOWN = 100;

    private final OrganisationScope scope;
    private final OutgoingMails mails;
    private final MailServer server;

    MailController(OrganisationScope scope, OutgoingMails mails, MailServer server) {
        this.scope = scope;
        this.mails = mails;
        this.server = server;
    }

    @GetMapping("/mail")
    String list(@AuthenticationPrincipal Coordinator administrator, Model model) {
        model.addAttribute("on", server.on());
        model.addAttribute("mails", scope.reading(administrator.organisation(), () -> mails.list(SHOWN)));
        return "mail/list";
    }

    @PostMapping("/mail/{id:[0-9a-f-]{36}}/again")
    String again(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator administrator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(administrator.organisation(), () -> {
            if (!mails.exists(id)) {
                throw new UnknownPage();
            }
            boolean again = mails.sendAgain(id);
            redirect.addFlashAttribute(
                    again ? "message" : "warning", words.say(again ? "mail.again.done" : "mail.again.not"));
            return "redirect:/mail";
        });
    }
}
