package nl.koppelwerk.ui.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.report.Period;
import nl.koppelwerk.data.cost.ReportMaking;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.ui.report.content.Content;
import nl.koppelwerk.ui.report.content.Edition;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reports of a municipality: administrators make them, readers at the municipality read what was published. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
@RequestMapping("/reports")
class ReportController {
    private final OrganisationScope scope;
    private final ReportShelf shelf;
    private final ReportMaking making;
    private final Clock clock;

    ReportController(OrganisationScope scope, ReportShelf shelf, ReportMaking making, Clock clock) {
        this.scope = scope;
        this.shelf = shelf;
        this.making = making;
        this.clock = clock;
    }

    @GetMapping
    @OpenTo({Role.ADMINISTRATOR, Role.MUNICIPAL_READER})
    String list(
            @RequestParam(required = false) @Nullable String municipality,
            @AuthenticationPrincipal Coordinator reader,
            Model model) {
        return scope.reading(reader.organisation(), () -> {
            List<String> own = shelf.municipalities(reader);
            Optional<String> chosen = municipality == null
                    ? own.stream().findFirst()
                    : Optional.of(own.stream()
                            .filter(municipality::equals)
                            .findFirst()
                            .orElseThrow(UnknownPage::new));
            LocalDate today = LocalDate.now(clock);
            model.addAttribute("municipalities", own);
            model.addAttribute("municipality", chosen.orElse(null));
            model.addAttribute("published", chosen.map(shelf::list).orElse(List.of()));
            model.addAttribute("mayMake", reader.role() == Role.ADMINISTRATOR);
            model.addAttribute("from", today.minusYears(1).withDayOfYear(1));
            model.addAttribute("until", today.withDayOfYear(1).minusDays(1));
            return "report/list";
        });
    }

    /** A published report. */
    @GetMapping("/{municipality}/{number:[0-9]{1,6}}")
    @OpenTo({Role.ADMINISTRATOR, Role.MUNICIPAL_READER})
    ModelAndView one(
            @PathVariable String municipality,
            @PathVariable int number,
            @ModelAttribute("words") Words words,
            @AuthenticationPrincipal Coordinator reader) {
        return scope.inside(reader.organisation(), () -> page(shelf.get(reader, municipality, number), words));
    }

    /** The report as it would be, before anybody else can read it. */
    @GetMapping("/draft")
    ModelAndView draft(
            @RequestParam String municipality,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @ModelAttribute("words") Words words,
            @AuthenticationPrincipal Coordinator reader,
            RedirectAttributes redirect) {
        if (until.isBefore(from)) {
            redirect.addFlashAttribute("warning", words.say("reports.backwards"));
            redirect.addAttribute("municipality", municipality);
            return new ModelAndView("redirect:/reports");
        }
        return scope.reading(reader.organisation(), () -> {
            shelf.requireMunicipality(reader, municipality);
            return switch (making.make(municipality, new Period(from, until))) {
                case ReportMaking.Outcome.Made(var made) -> page(shelf.draft(made), words);
                case ReportMaking.Outcome.Incomplete incomplete -> missing(municipality, incomplete);
            };
        });
    }

    /** Publishes for good. What is published later is checked against it, and it cannot be changed. */
    @PostMapping
    ModelAndView publish(
            @RequestParam String municipality,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(reader.organisation(), () -> {
            shelf.requireMunicipality(reader, municipality);
            shelf.lock(reader, municipality);
            return switch (making.make(municipality, new Period(from, until))) {
                case ReportMaking.Outcome.Made(var made) -> {
                    int number = shelf.publish(reader, made);
                    redirect.addFlashAttribute("message", words.say("report.published"));
                    redirect.addAttribute("municipality", municipality);
                    redirect.addAttribute("number", number);
                    yield new ModelAndView("redirect:/reports/{municipality}/{number}");
                }
                case ReportMaking.Outcome.Incomplete incomplete -> missing(municipality, incomplete);
            };
        });
    }

    private static ModelAndView page(Edition edition, Words words) {
        return new ModelAndView("report/one")
                .addObject("edition", edition)
                .addObject("content", Content.of(edition, words))
                .addObject("files", ReportFileController.links(edition));
    }

    private static ModelAndView missing(String municipality, ReportMaking.Outcome.Incomplete missing) {
        return new ModelAndView("report/missing", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("municipality", municipality)
                .addObject("missing", missing);
    }
}
