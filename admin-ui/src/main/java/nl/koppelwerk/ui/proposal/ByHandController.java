package nl.koppelwerk.ui.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.PairSides;
import nl.koppelwerk.data.view.ProposalViews;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Decision;
import nl.koppelwerk.pairing.HandMade;
import nl.koppelwerk.pairing.PairingByHand;
import nl.koppelwerk.pairing.Refusal;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.PairingDecided;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Seen;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A pair that nobody proposed: every rule is asked, and each one passed over has a reason in writing. */
@Controller
@OpenTo(Role.COORDINATOR)
@RequestMapping("/pairings/by-hand")
class ByHandController {
    private static final String REASON = "reason-";

    private final OrganisationScope scope;
    private final ProposalViews proposals;
    private final PairingByHand pairing;
    private final Noting noting;

    ByHandController(OrganisationScope scope, ProposalViews proposals, PairingByHand pairing, Noting noting) {
        this.scope = scope;
        this.proposals = proposals;
        this.pairing = pairing;
        this.noting = noting;
    }

    @GetMapping
    @Seen(AuditEntry.Subject.REQUEST)
    ModelAndView page(
            @RequestParam UUID request,
            @RequestParam UUID volunteer,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        return scope.inside(coordinator.organisation(), () -> {
            PairSides sides = get(request, volunteer);
            DayParts free = pairing.judge(wanted(sides, DayParts.NONE, Map.of(), ""))
                    .orElseThrow(UnknownPage::new)
                    .dayParts();
            return page(sides, wanted(sides, first(free, sides.dayPartsPerWeek()), Map.of(), ""), words);
        });
    }

    @PostMapping
    ModelAndView pair(
            @RequestParam UUID request,
            @RequestParam UUID volunteer,
            @RequestParam(defaultValue = "") List<Integer> part,
            @RequestParam(defaultValue = "") String note,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(coordinator.organisation(), () -> {
            PairSides sides = get(request, volunteer);
            HandMade wanted = wanted(sides, chosen(part), reasons(typed), note);
            return switch (pairing.accept(wanted, new CoordinatorId(coordinator.account()))) {
                case Decision.Taken(Pairing taken) -> {
                    noting.note(coordinator, taken);
                    redirect.addFlashAttribute(
                            "message", words.say("byhand.done", sides.familyName(), sides.volunteerName()));
                    yield new ModelAndView("redirect:/pairings/" + taken.id().value());
                }
                case Decision.Refused(Refusal refusal) -> {
                    ModelAndView again = page(sides, wanted, words);
                    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                    yield again.addObject(
                            "problem", RefusalWords.say(refusal, sides.familyName(), sides.volunteerName(), words));
                }
            };
        });
    }

    private ModelAndView page(PairSides sides, HandMade wanted, Words words) {
        return new ModelAndView("proposal/by-hand")
                .addObject("sides", sides)
                .addObject(
                        "page",
                        ByHandPage.of(sides, pairing.judge(wanted).orElseThrow(UnknownPage::new), wanted, words));
    }

    private PairSides get(UUID request, UUID volunteer) {
        return proposals
                .findSides(new SupportRequestId(request), new VolunteerId(volunteer))
                .orElseThrow(UnknownPage::new);
    }

    private static HandMade wanted(PairSides sides, DayParts parts, Map<String, String> reasons, String note) {
        return new HandMade(
                sides.request(),
                sides.volunteer(),
                parts,
                reasons,
                Optional.of(note.strip()).filter(text -> !text.isEmpty()));
    }

    private static DayParts first(DayParts free, int number) {
        return DayParts.of(free.list().stream().limit(number).toArray(DayPart[]::new));
    }

    private static DayParts chosen(List<Integer> parts) {
        return DayParts.of(parts.stream()
                .filter(index -> index >= 0 && index < 28)
                .map(DayPart::at)
                .toArray(DayPart[]::new));
    }

    private static Map<String, String> reasons(Map<String, String> typed) {
        Map<String, String> reasons = new HashMap<>();
        typed.forEach((name, text) -> {
            if (name.startsWith(REASON) && !text.isBlank()) {
                reasons.put(name.substring(REASON.length()), text.strip());
            }
        });
        return reasons;
    }

    /** Keeps that a pair was made by hand, and tells it. */
    @org.springframework.stereotype.Component
    record Noting(Audit audit, ApplicationEventPublisher events) {
        void note(Coordinator by, Pairing taken) {
            audit.add(
                    by.organisation(),
                    new AuditEntry(
                            Optional.of(by.account()),
                            AuditEntry.Action.DECIDED,
                            AuditEntry.Subject.PAIRING,
                            taken.id().value().toString(),
                            Map.of("decision", "BY_HAND")));
            events.publishEvent(new PairingDecided(by.organisation(), taken.id()));
        }
    }
}
