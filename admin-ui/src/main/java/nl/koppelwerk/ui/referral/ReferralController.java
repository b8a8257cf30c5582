package nl.koppelwerk.ui.referral;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.referral.Referring;
import nl.koppelwerk.data.referral.WarmReferrals;
import nl.koppelwerk.referral.Handover;
import nl.koppelwerk.referral.NextStep;
import nl.koppelwerk.referral.WarmReferral;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Seen;
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

/** What was handed over: the list, and the page of one, on which each step is noted. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/referrals")
class ReferralController {
    private static final String ONE = "/{id:[0-9a-f-]{36}}";
    private static final int MOST_ENDED = 50;

    private final ReferralDesk desk;

    ReferralController(ReferralDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Seen(AuditEntry.Subject.SERVICE)
    ModelAndView list(@AuthenticationPrincipal Coordinator reader) {
        return desk.inside(
                reader,
                () -> new ModelAndView("referral/list")
                        .addObject("open", desk.referrals().open())
                        .addObject("ended", desk.referrals().ended(MOST_ENDED))
                        .addObject("today", desk.today()));
    }

    @GetMapping(ONE)
    ModelAndView one(@PathVariable UUID id, @AuthenticationPrincipal Coordinator reader) {
        return desk.inside(reader, () -> {
            WarmReferrals.Kept kept = desk.referral(id);
            desk.seen(reader, kept.referral().request().value());
            return page(kept, StepForm.empty(reader, desk.today()));
        });
    }

    private ModelAndView page(WarmReferrals.Kept kept, StepForm form) {
        return new ModelAndView("referral/one", form.hasProblems() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("kept", kept)
                .addObject(
                        "service",
                        desk.findService(kept.referral().to().service()).orElse(null))
                .addObject("history", desk.referrals().history(kept.referral().id()))
                .addObject("form", form)
                .addObject("kinds", NextStep.Kind.values())
                .addObject("colleagues", desk.colleagues())
                .addObject("notArrived", WarmReferral.Reason.of(WarmReferral.State.NOT_ARRIVED))
                .addObject("withdrawn", WarmReferral.Reason.of(WarmReferral.State.WITHDRAWN))
                .addObject("today", desk.today());
    }

    @PostMapping(ONE)
    ModelAndView note(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return desk.inside(reader, () -> {
            WarmReferrals.Kept kept = desk.referral(id);
            StepForm form = new StepForm(sent);
            Optional<Handover> handover = form.handover(desk.colleagues());
            if (handover.isEmpty()) {
                return page(kept, form);
            }
            return switch (desk.referring().note(id, seen, handover.get(), HandOverController.by(reader))) {
                case Referring.Result.Refused(WarmReferral.Refusal refusal)
                when refusal != WarmReferral.Refusal.ENDED -> {
                    form.refused(refusal);
                    yield page(kept, form);
                }
                case Referring.Result.Noted noted -> back(id, "message", "referral.noted", words, redirect);
                case Referring.Result.Refused ended -> back(id, "warning", "referral.outdated", words, redirect);
                case Referring.Result.Already already -> back(id, "warning", "referral.outdated", words, redirect);
                case Referring.Result.Outdated outdated -> back(id, "warning", "referral.outdated", words, redirect);
            };
        });
    }

    private static ModelAndView back(UUID id, String how, String key, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute(how, words.say(key));
        return new ModelAndView("redirect:/referrals/" + id);
    }
}
