package nl.koppelwerk.ui.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.erasure.LegalHolds;
import nl.koppelwerk.data.retention.Kind;
import nl.koppelwerk.data.retention.Retention;
import nl.koppelwerk.domain.programme.OrganisationId;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long each kind of record is kept. What another term would let go is shown before it holds. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
@RequestMapping("/retention")
class RetentionController {
    private final Retention retention;
    private final LegalHolds holds;
    private final OrganisationScope scope;

    RetentionController(Retention retention, LegalHolds holds, OrganisationScope scope) {
        this.retention = retention;
        this.holds = holds;
        this.scope = scope;
    }

    /** @param sent terms to try, in days, each under the name of its kind */
    @GetMapping
    @Seen(AuditEntry.Subject.RETENTION_TERM)
    ModelAndView look(@RequestParam Map<String, String> sent, @AuthenticationPrincipal Coordinator administrator) {
        return page(administrator.organisation(), sent);
    }

    @PostMapping
    ModelAndView keep(
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal Coordinator administrator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        OrganisationId organisation = administrator.organisation();
        RetentionTerms terms = RetentionTerms.read(retention.terms(organisation), sent);
        if (terms.isWrong()) {
            return page(organisation, sent);
        }
        retention.keepFor(organisation, terms.changes(), Optional.of(administrator.account()));
        redirect.addFlashAttribute(
                "message", words.say("retention.kept", terms.changes().size()));
        return new ModelAndView("redirect:/retention");
    }

    /** Somebody who is held from being erased, and the page where that is said. */
    record Held(String page, String reference, LocalDate since) {}

    private ModelAndView page(OrganisationId organisation, Map<String, String> sent) {
        RetentionTerms terms = RetentionTerms.read(retention.terms(organisation), sent);
        Map<Kind, Integer> changes = terms.changes();
        return new ModelAndView("rights/retention", terms.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("terms", terms)
                .addObject(
                        "lines",
                        terms.lines(retention.due(organisation, terms.days()), retention.due(organisation, changes)))
                .addObject("most", Retention.MOST_DAYS)
                .addObject("held", scope.inside(organisation, this::held));
    }

    private List<Held> held() {
        return holds.list().stream()
                .map(one -> new Held(RightsView.page(one.person()) + "/rights", one.reference(), one.since()))
                .toList();
    }
}
