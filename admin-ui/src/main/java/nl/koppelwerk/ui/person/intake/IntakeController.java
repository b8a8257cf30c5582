package nl.koppelwerk.ui.person.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.audit.AuditEntry.Subject;
import nl.koppelwerk.data.intake.Intakes;
import nl.koppelwerk.data.intake.Question;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.shell.Acute;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
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

/** The whole intake of a family, on one page that is gone back to; what is still lacking is said. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/families/{id:[0-9a-f-]{36}}/intake")
class IntakeController {
    private static final String FIELD = "q.";
    private static final String BEFORE = "was.";

    private final Desk desk;
    private final IntakeDesk intake;
    private final Families families;

    IntakeController(Desk desk, IntakeDesk intake, Families families) {
        this.desk = desk;
        this.intake = intake;
        this.families = families;
    }

    @GetMapping
    ModelAndView look(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale) {
        return desk.inside(coordinator, () -> {
            Family family = get(id);
            desk.note(coordinator, Action.SEEN, Subject.FAMILY, id.toString(), Map.of("what", "intake"));
            return page(family, IntakePage.Said.of(intake.intakes().shown(family.id())), words, locale);
        });
    }

    @PostMapping
    ModelAndView keep(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect) {
        return desk.inside(coordinator, () -> {
            Family family = get(id);
            List<Question> asked = intake.questions(family.id()).stream()
                    .filter(question -> sent.containsKey(BEFORE + question.key()))
                    .toList();
            Map<String, String> before = said(asked, BEFORE, sent);
            Map<String, String> mine = said(asked, FIELD, sent);
            return switch (intake.intakes().keep(family.id(), asked, before, mine, Desk.by(coordinator))) {
                case Intakes.Outcome.Done done -> {
                    redirect.addFlashAttribute("message", words.say("intake.kept", done.changed()));
                    yield new ModelAndView("redirect:/families/" + id + "/intake");
                }
                case Intakes.Outcome.Again again -> again(family, again, before, words, locale);
                case Intakes.Outcome.Gone gone -> throw new UnknownPage();
            };
        });
    }

    /** What a colleague answered counts as seen from now on: saving once more keeps this one's answer. */
    private ModelAndView again(
            Family family, Intakes.Outcome.Again again, Map<String, String> before, Words words, Locale locale) {
        Map<String, String> now = intake.intakes().shown(family.id());
        Map<String, String> answers = new HashMap<>(now);
        answers.putAll(again.answers());
        Map<String, String> was = new HashMap<>(before);
        was.putAll(now);
        ModelAndView page = page(
                        family, new IntakePage.Said(answers, was, again.problems(), again.theirs()), words, locale)
                .addObject("wrong", again.problems().size())
                .addObject("met", again.theirs().size());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static Map<String, String> said(List<Question> asked, String prefix, MultiValueMap<String, String> sent) {
        Map<String, String> said = new HashMap<>();
        asked.forEach(question -> said.put(
                question.key(),
                Optional.ofNullable(sent.getFirst(prefix + question.key())).orElse("")));
        return said;
    }

    private ModelAndView page(Family family, IntakePage.Said said, Words words, Locale locale) {
        return new ModelAndView("person/intake/one")
                .addObject("family", family)
                .addObject("page", IntakePage.of(intake.questions(family.id()), said, words, locale.getLanguage()))
                .addObject("summary", intake.summary(family))
                .addObject("acute", intake.acute(family.id()).orElse(null))
                .addObject("earlier", intake.handled(family.id()))
                .addObject("signals", Acute.signs())
                .addObject("english", locale.getLanguage().equals("en"))
                .addObject("wrong", 0)
                .addObject("met", 0);
    }

    private Family get(UUID id) {
        return families.find(new FamilyId(id)).orElseThrow(UnknownPage::new);
    }
}
