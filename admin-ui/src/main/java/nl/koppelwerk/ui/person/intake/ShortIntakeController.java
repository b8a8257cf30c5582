package nl.koppelwerk.ui.person.intake;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.acute.Emergencies;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.Problem;
import nl.koppelwerk.data.person.BeginningFamilies;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.person.Kept;
import nl.koppelwerk.data.signup.SignUp.Signal;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.person.SaidSince;
import nl.koppelwerk.ui.person.TakingOver;
import nl.koppelwerk.ui.person.form.Form;
import nl.koppelwerk.ui.person.form.Layout;
import nl.koppelwerk.ui.person.form.Sent;
import nl.koppelwerk.ui.shell.Acute;
import nl.koppelwerk.ui.shell.Coordinator;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ten answers, and a run can look for somebody; the rest of the intake follows on the page of the family. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/families/intake")
class ShortIntakeController {
    private final Desk desk;
    private final BeginningFamilies beginning;
    private final TakingOver takingOver;
    private final Emergencies emergencies;

    ShortIntakeController(Desk desk, BeginningFamilies beginning, TakingOver takingOver, Emergencies emergencies) {
        this.desk = desk;
        this.beginning = beginning;
        this.takingOver = takingOver;
        this.emergencies = emergencies;
    }

    /** What the form says besides its layout. */
    private record Answers(Map<Column, String> before, String offer, Set<Signal> signals, Optional<UUID> help) {}

    @GetMapping
    @Seen(AuditEntry.Subject.REGISTRATION)
    ModelAndView empty(
            @RequestParam Optional<UUID> help,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        return desk.inside(coordinator, () -> {
            Map<Column, String> cells = takingOver.intake(help);
            String offer = Offer.chosen(cells, offers());
            return page(cells, new Answers(cells, offer, takingOver.signals(help), help), words);
        });
    }

    @PostMapping
    ModelAndView send(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam Optional<UUID> help,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect) {
        Answers answers = new Answers(
                Sent.before(Layout.INTAKE, sent),
                Optional.ofNullable(sent.getFirst("offer")).orElse(""),
                signals(sent),
                help);
        return desk.inside(
                coordinator,
                () -> takingOver
                        .intakeSaid(help, sent)
                        .map(said -> saidSince(said, answers, words))
                        .orElseGet(() -> begun(sent, answers, coordinator, words, locale, redirect)));
    }

    private ModelAndView begun(
            MultiValueMap<String, String> sent,
            Answers answers,
            Coordinator coordinator,
            Words words,
            Locale locale,
            RedirectAttributes redirect) {
        Map<Column, String> cells = Sent.cells(Layout.INTAKE, sent);
        By by = Desk.by(coordinator);
        return switch (beginning.begin(whole(cells, answers), sent.containsKey("different"), by)) {
            case Kept.Done<Family>(UUID id) -> {
                takingOver.done(answers.help(), Side.FAMILY, id, coordinator);
                emergencies.note(new FamilyId(id), answers.signals(), by);
                redirect.addFlashAttribute("message", words.say("intake.begun"));
                yield new ModelAndView("redirect:/families/" + id + "/intake");
            }
            case Kept.Wrong<Family> wrong -> again(wrong(cells, answers, wrong.problems(), words, locale));
            case Kept.Alike<Family> alike ->
                again(page(cells, answers, words).addObject("likenesses", alike.likenesses()));
            case Kept.Outdated<Family> outdated -> throw new UnknownPage();
            case Kept.Gone<Family> gone -> throw new UnknownPage();
        };
    }

    private Map<Column, String> whole(Map<Column, String> cells, Answers answers) {
        Map<Column, String> whole = new HashMap<>(takingOver.intake(answers.help()));
        whole.keySet().removeAll(List.of(FamilyTable.PROGRAMME, FamilyTable.KIND));
        whole.putAll(cells);
        whole.putAll(Offer.cells(answers.offer(), offers()));
        whole.put(
                FamilyTable.URGENCY,
                nl.koppelwerk.data.imports.row.Words.URGENCY.write(
                        answers.signals().isEmpty() ? Urgency.NORMAL : Urgency.HIGH));
        return whole;
    }

    private ModelAndView wrong(
            Map<Column, String> cells, Answers answers, List<Problem> problems, Words words, Locale locale) {
        Form form = form(cells, answers.before(), words).wrong(problems, locale);
        boolean noOffer = problems.stream()
                .anyMatch(problem -> problem.column().equals(FamilyTable.PROGRAMME.dutch())
                        || problem.column().equals(FamilyTable.KIND.dutch()));
        return page(cells, answers, words).addObject("form", form).addObject("offerMissing", noOffer);
    }

    private ModelAndView saidSince(SaidSince said, Answers answers, Words words) {
        return again(page(
                        said.cells(),
                        new Answers(said.before(), answers.offer(), answers.signals(), answers.help()),
                        words)
                .addObject("saidSince", said)
                .addObject("choices", desk.choices(words)));
    }

    private ModelAndView page(Map<Column, String> cells, Answers answers, Words words) {
        return new ModelAndView("person/intake/short")
                .addObject("form", form(cells, answers.before(), words))
                .addObject("offers", offers())
                .addObject("offer", answers.offer())
                .addObject("offerMissing", false)
                .addObject("signals", Acute.signs())
                .addObject("chosen", List.copyOf(answers.signals()))
                .addObject("help", answers.help().orElse(null));
    }

    private Form form(Map<Column, String> cells, Map<Column, String> before, Words words) {
        return Form.of(Layout.INTAKE, cells, before, desk.choices(words));
    }

    private List<Offer> offers() {
        return Offer.of(desk.programmes());
    }

    static Set<Signal> signals(MultiValueMap<String, String> sent) {
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        List<String> said = sent.getOrDefault("signal", List.of());
        Arrays.stream(Signal.values()).filter(one -> said.contains(one.name())).forEach(signals::add);
        return signals;
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
