package nl.koppelwerk.ui.proposal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.pairing.Confirmation;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Decline;
import nl.koppelwerk.pairing.Declining;
import nl.koppelwerk.pairing.DecliningProposals;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Narrowed;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Confirming and declining; after a decision the next proposal follows. */
@Controller
@OpenTo(Role.COORDINATOR)
@RequestMapping("/proposals/{id:[0-9a-f-]{36}}")
class DecisionController {
    private final DecisionDesk desk;
    private final Review review;
    private final ConfirmingProposals confirming;
    private final DecliningProposals declining;

    DecisionController(DecisionDesk desk, Review review, ConfirmingProposals confirming, DecliningProposals declining) {
        this.desk = desk;
        this.review = review;
        this.confirming = confirming;
        this.declining = declining;
    }

    /** What the form to decline holds. */
    record DeclineForm(
            int version,
            @Nullable DeclineReason reason,
            @Nullable Until until,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate day,

            @Nullable String note) {
        private static final int LONGEST_NOTE = 1000;

        Declining declining(DeclineReason chosen, LocalDate today) {
            Optional<LocalDate> lasts =
                    chosen.lasting() || until == null ? Optional.empty() : until.from(today, Optional.ofNullable(day));
            return new Declining(
                    chosen,
                    lasts,
                    Optional.ofNullable(note)
                            .map(String::strip)
                            .filter(text -> !text.isEmpty())
                            .map(text -> text.substring(0, Math.min(LONGEST_NOTE, text.length()))));
        }
    }

    @PostMapping("/confirm")
    String confirm(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> address,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes page) {
        Turn turn = new Turn(coordinator, Narrowed.of(address), words, page);
        CoordinatorId by = new CoordinatorId(coordinator.account());
        return desk.decide(
                turn,
                id,
                "ACCEPTED",
                proposal -> confirming.confirm(proposal.id(), version, by) instanceof Confirmation.Refused(var refusal)
                        ? Optional.of(refusal)
                        : Optional.empty());
    }

    @PostMapping("/decline")
    ModelAndView decline(
            @PathVariable UUID id,
            DeclineForm form,
            @RequestParam Map<String, String> address,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes page) {
        Narrowed narrowed = Narrowed.of(address);
        DeclineReason reason = form.reason();
        if (reason == null) {
            ModelAndView again = review.page(id, coordinator, narrowed, words);
            again.addObject("problem", "decide.decline.choose");
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        CoordinatorId by = new CoordinatorId(coordinator.account());
        Declining how = form.declining(reason, review.today());
        return new ModelAndView(desk.decide(
                new Turn(coordinator, narrowed, words, page),
                id,
                "DECLINED",
                proposal -> declining.decline(proposal.id(), form.version(), how, by)
                                instanceof Decline.Refused(var refusal)
                        ? Optional.of(refusal)
                        : Optional.empty()));
    }
}
