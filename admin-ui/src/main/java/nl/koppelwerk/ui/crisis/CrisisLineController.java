package nl.koppelwerk.ui.crisis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.data.acute.CrisisLines;
import nl.koppelwerk.data.acute.CrisisLines.CrisisLine;
import nl.koppelwerk.data.acute.CrisisLines.Outcome;
import nl.koppelwerk.data.acute.Helpline;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Days;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The crisis service of each municipality: coordinators read it, the administrator keeps it. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/crisis-lines")
class CrisisLineController {
    private final OrganisationScope scope;
    private final CrisisLines lines;
    private final Clock clock;

    CrisisLineController(OrganisationScope scope, CrisisLines lines, Clock clock) {
        this.scope = scope;
        this.lines = lines;
        this.clock = clock;
    }

    /** What the form says, as it was typed. */
    record Typed(String municipality, String name, String phone, String source, String checked) {
        Optional<CrisisLine> line() {
            return Days.find(checked)
                    .map(day -> new CrisisLine(municipality.strip(), name.strip(), phone.strip(), source.strip(), day));
        }
    }

    @GetMapping
    String list(@AuthenticationPrincipal Coordinator reader, Model model) {
        fill(reader, new Typed("", "", "", "", LocalDate.now(clock).toString()), model);
        return "crisis/list";
    }

    @PostMapping
    @OpenTo(Role.ADMINISTRATOR)
    ModelAndView keep(
            @RequestParam(defaultValue = "") String municipality,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String checked,
            @AuthenticationPrincipal Coordinator administrator,
            @ModelAttribute("words") Words words,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(municipality, name, phone, source, checked);
        Optional<CrisisLine> line = typed.line();
        String outcome = line.map(one -> keep(one, administrator).name()).orElse("WRONG_DAY");
        if (outcome.equals(Outcome.KEPT.name())) {
            redirect.addFlashAttribute("message", words.say("crisis.KEPT"));
            return new ModelAndView("redirect:/crisis-lines");
        }
        fill(administrator, typed, model);
        model.addAttribute("wrong", outcome);
        return new ModelAndView("crisis/list", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Outcome keep(CrisisLine line, Coordinator administrator) {
        return scope.inside(
                administrator.organisation(),
                () -> lines.keep(
                        line, LocalDate.now(clock), new By(administrator.organisation(), administrator.account())));
    }

    @PostMapping("/remove")
    @OpenTo(Role.ADMINISTRATOR)
    String remove(
            @RequestParam(defaultValue = "") String municipality,
            @AuthenticationPrincipal Coordinator administrator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        boolean removed = scope.inside(
                administrator.organisation(),
                () -> lines.remove(municipality, new By(administrator.organisation(), administrator.account())));
        redirect.addFlashAttribute(
                removed ? "message" : "warning", words.say(removed ? "crisis.removed" : "crisis.gone"));
        return "redirect:/crisis-lines";
    }

    private void fill(Coordinator reader, Typed typed, Model model) {
        model.addAttribute("lines", scope.reading(reader.organisation(), lines::list));
        model.addAttribute("national", Helpline.values());
        model.addAttribute("checked", Helpline.CHECKED);
        model.addAttribute("typed", typed);
    }
}
