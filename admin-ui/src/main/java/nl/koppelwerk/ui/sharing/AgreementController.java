package nl.koppelwerk.ui.sharing;

import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.sharing.Agreeing;
import nl.koppelwerk.data.sharing.Agreements;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.OwnProgrammes;
import nl.koppelwerk.ui.shell.Role;
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

/** With which programmes a programme shares volunteers. Everybody of it reads that; administrators agree, each for a side. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/rules/{programme:[0-9a-f-]{36}}/sharing")
class AgreementController {
    private final OrganisationScope scope;
    private final OwnProgrammes programmes;
    private final Agreeing agreeing;

    AgreementController(OrganisationScope scope, OwnProgrammes programmes, Agreeing agreeing) {
        this.scope = scope;
        this.programmes = programmes;
        this.agreeing = agreeing;
    }

    /** What an administrator does about another programme. */
    enum Act {
        ASK,
        AGREE,
        END
    }

    @GetMapping
    String look(@PathVariable UUID programme, @AuthenticationPrincipal Coordinator reader, Model model) {
        return scope.reading(reader.organisation(), () -> {
            ProgrammeId own = programmes.get(programme, reader).id();
            model.addAttribute("programme", programmes.get(programme, reader));
            model.addAttribute("agreements", agreeing.of(own));
            model.addAttribute("strangers", agreeing.strangers(own));
            model.addAttribute("mayChange", reader.role() == Role.ADMINISTRATOR);
            return "sharing/agreements";
        });
    }

    /** @param version of the agreement that was on the page; 0: there was none */
    @PostMapping
    @OpenTo(Role.ADMINISTRATOR)
    String act(
            @PathVariable UUID programme,
            @RequestParam Act act,
            @RequestParam UUID with,
            @RequestParam(defaultValue = "0") int version,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Agreeing.Outcome outcome = scope.inside(reader.organisation(), () -> {
            Agreements.Pair pair =
                    new Agreements.Pair(programmes.get(programme, reader).id(), new ProgrammeId(with));
            By by = new By(reader.organisation(), reader.account());
            return switch (act) {
                case ASK -> agreeing.ask(pair, by);
                case AGREE -> agreeing.agree(pair, version, by);
                case END -> agreeing.end(pair, version, by);
            };
        });
        boolean done = outcome != Agreeing.Outcome.TOO_LATE && outcome != Agreeing.Outcome.SAME_PERSON;
        redirect.addFlashAttribute(done ? "message" : "warning", words.say("sharing.told." + outcome));
        return "redirect:/rules/" + programme + "/sharing";
    }
}
