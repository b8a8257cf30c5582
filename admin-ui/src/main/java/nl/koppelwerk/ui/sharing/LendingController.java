package nl.koppelwerk.ui.sharing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.sharing.Lending;
import nl.koppelwerk.data.sharing.Lendings;
import nl.koppelwerk.domain.pairing.PairingId;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Volunteers of the reader's programmes whom another programme asks for: yes, or no with a reason. */
@Controller
@OpenTo(Role.COORDINATOR)
class LendingController {
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;

    private final OrganisationScope scope;
    private final Lendings lendings;
    private final Audit audit;

    LendingController(OrganisationScope scope, Lendings lendings, Audit audit) {
        this.scope = scope;
        this.lendings = lendings;
        this.audit = audit;
    }

    @GetMapping("/sharing")
    String waiting(@AuthenticationPrincipal Coordinator reader, Model model) {
        return scope.inside(reader.organisation(), () -> {
            List<Lending.Asked> waiting = lendings.waiting();
            audit.add(
                    reader.organisation(),
                    new AuditEntry(
                            Optional.of(reader.account()),
                            AuditEntry.Action.SEARCHED,
                            AuditEntry.Subject.VOLUNTEER,
                            "lendings",
                            Map.of("found", Integer.toString(waiting.size()))));
            model.addAttribute("waiting", waiting);
            return "sharing/lendings";
        });
    }

    /**
     * Answers for the programme of the volunteer.
     *
     * @param back whether the answer came from the page of the pairing
     */
    @PostMapping("/sharing/{pairing:[0-9a-f-]{36}}")
    String answer(
            @PathVariable UUID pairing,
            @RequestParam boolean yes,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean back,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        String page = "redirect:" + (back ? "/pairings/" + pairing : "/sharing");
        PairingId id = new PairingId(pairing);
        if (!yes && (reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON)) {
            scope.reading(reader.organisation(), () -> asked(id));
            redirect.addFlashAttribute("warning", words.say("sharing.lending.reason.short"));
            return page;
        }
        scope.inside(reader.organisation(), () -> {
            asked(id);
            Optional<String> refusal = yes ? Optional.empty() : Optional.of(reason.strip());
            return lendings.answer(id, refusal, new By(reader.organisation(), reader.account()));
        });
        redirect.addFlashAttribute("message", words.say(yes ? "sharing.lending.done.yes" : "sharing.lending.done.no"));
        return page;
    }

    /** @throws UnknownPage when nothing is asked of the reader's programmes, or a colleague answered */
    private Lending.Asked asked(PairingId pairing) {
        return lendings.waiting().stream()
                .filter(one -> one.pairing().equals(pairing))
                .findFirst()
                .orElseThrow(UnknownPage::new);
    }
}
