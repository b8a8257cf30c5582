package nl.koppelwerk.ui.referral;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.referral.Referring;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.referral.NextStep;
import nl.koppelwerk.referral.Service;
import nl.koppelwerk.referral.WarmReferral;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.HandOver;
import nl.koppelwerk.ui.shell.HandOvers;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Seen;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What of a request can be handed over, and the form with which that begins. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/requests/{request:[0-9a-f-]{36}}/referrals")
class HandOverController {
    private final ReferralDesk desk;
    private final HandOvers handOvers;

    HandOverController(ReferralDesk desk, HandOvers handOvers) {
        this.desk = desk;
        this.handOvers = handOvers;
    }

    @GetMapping
    ModelAndView look(
            @PathVariable UUID request,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words) {
        var choice = desk.inside(reader, () -> {
            var found = desk.request(request);
            desk.seen(reader, request);
            return found;
        });
        HandOver handOver = handOvers.of(new SupportRequestId(request), reader, words);
        return new ModelAndView("referral/request")
                .addObject("request", choice)
                .addObject("handing", handOver)
                .addObject("today", desk.today());
    }

    @GetMapping("/new")
    @Seen(AuditEntry.Subject.REQUEST)
    ModelAndView form(
            @PathVariable UUID request,
            @RequestParam Optional<UUID> service,
            @AuthenticationPrincipal Coordinator reader) {
        return desk.inside(reader, () -> {
            desk.request(request);
            return form(
                    request,
                    desk.service(service.orElseThrow(UnknownPage::new)),
                    StepForm.empty(reader, desk.today()),
                    Set.of());
        });
    }

    private ModelAndView form(UUID request, Service service, StepForm form, Set<Need> chosen) {
        return new ModelAndView("referral/new", form.hasProblems() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("request", desk.request(request))
                .addObject("service", service)
                .addObject("needs", service.needs().isEmpty() ? List.of(Need.values()) : service.needs())
                .addObject("chosen", chosen.isEmpty() ? service.needs() : chosen)
                .addObject("form", form)
                .addObject("kinds", NextStep.Kind.values())
                .addObject("colleagues", desk.colleagues());
    }

    @PostMapping
    ModelAndView plan(
            @PathVariable UUID request,
            @RequestParam UUID service,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return desk.inside(reader, () -> {
            desk.request(request);
            Service to = desk.service(service);
            StepForm form = new StepForm(sent.toSingleValueMap());
            Set<Need> needs = needs(sent);
            Optional<Referring.Plan> plan = plan(request, to, needs, form);
            Optional<Referring.Result> result = plan.map(one -> desk.referring().plan(one, by(reader)));
            if (result.isPresent() && result.get() instanceof Referring.Result.Noted(WarmReferral noted)) {
                redirect.addFlashAttribute("message", words.say("referral.planned", to.name()));
                return new ModelAndView("redirect:/referrals/" + noted.id());
            }
            result.ifPresent(refused -> tell(refused, form));
            return form(request, to, form, needs);
        });
    }

    private static void tell(Referring.Result result, StepForm form) {
        switch (result) {
            case Referring.Result.Refused(WarmReferral.Refusal refusal) -> form.refused(refusal);
            case Referring.Result.Already already -> form.wrong("service", "already");
            case Referring.Result.Outdated outdated -> form.wrong("service", "outdated");
            case Referring.Result.Noted noted -> {}
        }
    }

    private Optional<Referring.Plan> plan(UUID request, Service to, Set<Need> needs, StepForm form) {
        if (needs.isEmpty()) {
            form.wrong("needs", "needs");
        }
        if (!form.value("consent").equals("true")) {
            form.wrong("consent", "consent");
        }
        Optional<LocalDate> agreed = form.day("agreed");
        return form.step(desk.colleagues())
                .map(next -> new Referring.Plan(
                        new SupportRequestId(request),
                        new WarmReferral.To(to.id(), to.name(), to.provider()),
                        needs,
                        agreed.orElseThrow(),
                        next));
    }

    private static Set<Need> needs(MultiValueMap<String, String> sent) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        sent.getOrDefault("needs", List.of())
                .forEach(name -> StepForm.named(Need.values(), name).ifPresent(needs::add));
        return needs;
    }

    static By by(Coordinator reader) {
        return new By(reader.organisation(), reader.account());
    }
}
