package nl.koppelwerk.ui.rhythm;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.rules.Rhythms;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.Rhythm;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
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

/** The rhythm of a programme: what it is, what it was, and another one. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
@RequestMapping("/rules/{programme:[0-9a-f-]{36}}/rhythm")
class RhythmController {
    private final OrganisationScope scope;
    private final Programmes programmes;
    private final Rhythms rhythms;
    private final Audit audit;

    RhythmController(OrganisationScope scope, Programmes programmes, Rhythms rhythms, Audit audit) {
        this.scope = scope;
        this.programmes = programmes;
        this.rhythms = rhythms;
        this.audit = audit;
    }

    @GetMapping
    ModelAndView look(@PathVariable UUID programme, @AuthenticationPrincipal Coordinator administrator) {
        return scope.reading(administrator.organisation(), () -> page(programme, Optional.empty(), HttpStatus.OK));
    }

    @PostMapping
    ModelAndView change(
            @PathVariable UUID programme,
            @RequestParam(defaultValue = "") String trial,
            @RequestParam(defaultValue = "") String weeks,
            @RequestParam(defaultValue = "") String every,
            @RequestParam int seen,
            @AuthenticationPrincipal Coordinator administrator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        RhythmForm sent = new RhythmForm(trial, weeks, every);
        return scope.inside(administrator.organisation(), () -> {
            Optional<Rhythm> wanted = sent.read();
            if (wanted.isEmpty()) {
                return page(programme, Optional.of(sent), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            if (get(programme).rhythm().equals(wanted.get())) {
                redirect.addFlashAttribute("message", words.say("rhythm.same"));
            } else if (rhythms.change(
                    administrator.organisation(),
                    new ProgrammeId(programme),
                    seen,
                    wanted.get(),
                    Optional.of(administrator.account()))) {
                note(programme, RhythmForm.of(wanted.get()), administrator);
                redirect.addFlashAttribute("message", words.say("rhythm.changed"));
            } else {
                redirect.addFlashAttribute("warning", words.say("rhythm.overtaken"));
            }
            return new ModelAndView("redirect:/rules/" + programme + "/rhythm");
        });
    }

    private Rhythms.InUse get(UUID programme) {
        return rhythms.find(new ProgrammeId(programme)).orElseThrow(UnknownPage::new);
    }

    private ModelAndView page(UUID programme, Optional<RhythmForm> sent, HttpStatus status) {
        Rhythms.InUse inUse = get(programme);
        Programme found = programmes.list().stream()
                .filter(one -> one.id().value().equals(programme))
                .findFirst()
                .orElseThrow(UnknownPage::new);
        return new ModelAndView("rhythm/form", status)
                .addObject("programme", found)
                .addObject("version", inUse.version())
                .addObject("form", sent.orElseGet(() -> RhythmForm.of(inUse.rhythm())))
                .addObject("before", rhythms.before(new ProgrammeId(programme)));
    }

    private void note(UUID programme, RhythmForm rhythm, Coordinator by) {
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        AuditEntry.Action.CHANGED,
                        AuditEntry.Subject.PROGRAMME,
                        programme.toString(),
                        Map.of(
                                "rhythm",
                                "trial " + rhythm.trial() + "; weeks " + rhythm.weeks() + "; then every "
                                        + rhythm.every())));
    }
}
