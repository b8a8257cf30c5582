package nl.koppelwerk.ui.capacity;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.koppelwerk.batch.capacity.Planning;
import nl.koppelwerk.capacity.Question;
import nl.koppelwerk.capacity.Recorded;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.capacity.Answer;
import nl.koppelwerk.data.capacity.CapacityPlan;
import nl.koppelwerk.data.capacity.CapacityPlans;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
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

/** The capacity plan: sums over the whole organisation, of nobody, for who works there. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/capacity")
class CapacityController {
    private static final int REPETITIONS = 10;
    private static final int MORE = 10;
    private static final Duration SILENT = Duration.ofMinutes(2);

    private final OrganisationScope scope;
    private final CapacityPlans plans;
    private final Planning planning;
    private final Audit audit;
    private final Clock clock;

    CapacityController(OrganisationScope scope, CapacityPlans plans, Planning planning, Audit audit, Clock clock) {
        this.scope = scope;
        this.plans = plans;
        this.planning = planning;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(@AuthenticationPrincipal Coordinator reader, @ModelAttribute("words") Words words) {
        return page(reader, words, Integer.toString(MORE), Question.FEWEST_MONTHS);
    }

    private ModelAndView page(Coordinator reader, Words words, String more, int months) {
        return scope.reading(reader.organisation(), () -> {
            Optional<CapacityPlan> last = plans.last();
            boolean running = last.filter(plan -> plan.status() == CapacityPlan.Status.RUNNING)
                    .isPresent();
            Optional<CapacityPlan> done = last.filter(plan -> plan.status() == CapacityPlan.Status.TOO_LITTLE)
                    .or(plans::lastDone);
            return new ModelAndView("capacity/plan")
                    .addObject("last", last.orElse(null))
                    .addObject("running", running)
                    .addObject(
                            "silent",
                            running
                                    && last.get()
                                            .seen()
                                            .isBefore(clock.instant().minus(SILENT)))
                    .addObject("plan", done.orElse(null))
                    .addObject("answer", done.flatMap(CapacityPlan::answer).orElse(null))
                    .addObject(
                            "chart",
                            done.flatMap(CapacityPlan::answer)
                                    .map(Answer::outlooks)
                                    .filter(outlooks -> !outlooks.isEmpty())
                                    .map(WaitingChart::of)
                                    .orElse(null))
                    .addObject("ranges", new Ranges(words))
                    .addObject(
                            "choice",
                            IntStream.rangeClosed(Question.FEWEST_MONTHS, Question.MOST_MONTHS)
                                    .boxed()
                                    .toList())
                    .addObject("more", more)
                    .addObject("months", months)
                    .addObject("mostMore", Question.MOST_MORE)
                    .addObject("fewestWeeks", Recorded.FEWEST_WEEKS)
                    .addObject("fewestFamilies", Recorded.FEWEST_FAMILIES)
                    .addObject("fewestVolunteers", Recorded.FEWEST_VOLUNTEERS);
        });
    }

    @PostMapping
    ModelAndView start(
            @RequestParam(defaultValue = "") String more,
            @RequestParam(defaultValue = "") String months,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Optional<Integer> asked = number(more, 1, Question.MOST_MORE);
        Optional<Integer> ahead = number(months, Question.FEWEST_MONTHS, Question.MOST_MONTHS);
        if (asked.isEmpty() || ahead.isEmpty()) {
            ModelAndView page = page(reader, words, more, ahead.orElse(Question.FEWEST_MONTHS))
                    .addObject("problem", words.say("capacity.problem", Question.MOST_MORE));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Question question = new Question(asked.get(), ahead.get(), REPETITIONS, 1);
        switch (planning.start(reader.organisation(), question, Optional.of(reader.account()))) {
            case Planning.Start.Started started ->
                scope.inside(reader.organisation(), () -> note(reader, started.id(), question));
            case Planning.Start.Busy() -> redirect.addFlashAttribute("warning", words.say("capacity.busy"));
        }
        return new ModelAndView("redirect:/capacity");
    }

    private static Optional<Integer> number(String typed, int least, int most) {
        String text = typed.strip();
        return text.matches("[0-9]{1,3}")
                ? Optional.of(Integer.parseInt(text)).filter(number -> number >= least && number <= most)
                : Optional.empty();
    }

    private void note(Coordinator reader, UUID plan, Question question) {
        audit.add(
                reader.organisation(),
                new AuditEntry(
                        Optional.of(reader.account()),
                        AuditEntry.Action.ADDED,
                        AuditEntry.Subject.REPORT,
                        plan.toString(),
                        Map.of(
                                "report",
                                "capacity",
                                "more",
                                Integer.toString(question.more()),
                                "months",
                                Integer.toString(question.months()))));
    }
}
