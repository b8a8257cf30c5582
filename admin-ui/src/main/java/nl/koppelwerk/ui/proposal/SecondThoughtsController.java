package nl.koppelwerk.ui.proposal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Decision;
import nl.koppelwerk.pairing.HoldingProposals;
import nl.koppelwerk.pairing.Refusal;
import nl.koppelwerk.pairing.UndoingDecisions;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Narrowed;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Holding a volunteer for a family, letting go, and taking the last decision back. */
@Controller
@OpenTo(Role.COORDINATOR)
@RequestMapping("/proposals/{id:[0-9a-f-]{36}}")
class SecondThoughtsController {
    private final DecisionDesk desk;
    private final HoldingProposals holding;
    private final UndoingDecisions undoing;

    SecondThoughtsController(DecisionDesk desk, HoldingProposals holding, UndoingDecisions undoing) {
        this.desk = desk;
        this.holding = holding;
        this.undoing = undoing;
    }

    @PostMapping("/hold")
    String hold(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam Map<String, String> address,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes page) {
        Turn turn = new Turn(coordinator, Narrowed.of(address), words, page);
        return desk.decide(
                turn,
                id,
                "HELD",
                proposal -> refusal(holding.hold(proposal.id(), version, Optional.ofNullable(until), by(turn))));
    }

    @PostMapping("/release")
    String release(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> address,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes page) {
        Turn turn = new Turn(coordinator, Narrowed.of(address), words, page);
        return desk.decide(
                turn, id, "RELEASED", proposal -> refusal(holding.release(proposal.id(), version, by(turn))));
    }

    @PostMapping("/undo")
    String undo(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> address,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes page) {
        Turn turn = new Turn(coordinator, Narrowed.of(address), words, page);
        return desk.decide(turn, id, "UNDONE", proposal -> refusal(undoing.undo(proposal.id(), version, by(turn))));
    }

    private static CoordinatorId by(Turn turn) {
        return new CoordinatorId(turn.coordinator().account());
    }

    private static Optional<Refusal> refusal(Decision decision) {
        return decision instanceof Decision.Refused(Refusal refusal) ? Optional.of(refusal) : Optional.empty();
    }
}
