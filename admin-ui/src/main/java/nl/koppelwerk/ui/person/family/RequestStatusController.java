package nl.koppelwerk.ui.person.family;

import java.util.UUID;
import nl.koppelwerk.data.person.EditingRequests;
import nl.koppelwerk.data.person.StatusChange;
import nl.koppelwerk.data.person.StatusReason;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing a request and opening it again. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/families/{id:[0-9a-f-]{36}}/requests/{request:[0-9a-f-]{36}}")
class RequestStatusController {
    private final Desk desk;
    private final EditingRequests editing;

    RequestStatusController(Desk desk, EditingRequests editing) {
        this.desk = desk;
        this.editing = editing;
    }

    @PostMapping("/{what:close|reopen}")
    String change(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @PathVariable String what,
            @RequestParam(required = false) @Nullable StatusReason reason,
            @RequestParam long seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        if (reason == null) {
            redirect.addFlashAttribute("warning", words.say("person.chooseReason"));
            return "redirect:/families/" + id;
        }
        SupportRequestId which = new SupportRequestId(request);
        StatusChange outcome = desk.inside(
                coordinator,
                () -> what.equals("close")
                        ? editing.close(which, reason, seen, Desk.by(coordinator))
                        : editing.reopen(which, reason, seen, Desk.by(coordinator)));
        switch (outcome) {
            case DONE -> redirect.addFlashAttribute("message", words.say("request." + what + ".done"));
            case OUTDATED -> redirect.addFlashAttribute("warning", words.say("person.outdated"));
            case PAIRING_UNDER_WAY -> redirect.addFlashAttribute("warning", words.say("request.close.pairing"));
            case CONSENT_WITHDRAWN, GONE -> throw new UnknownPage();
        }
        return "redirect:/families/" + id;
    }
}
