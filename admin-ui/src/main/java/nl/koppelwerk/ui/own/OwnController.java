package nl.koppelwerk.ui.own;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import nl.koppelwerk.data.own.Answer;
import nl.koppelwerk.data.own.Edit;
import nl.koppelwerk.data.own.Field;
import nl.koppelwerk.data.own.Said;
import nl.koppelwerk.data.own.Sent;
import nl.koppelwerk.ui.own.asked.AskedDesk;
import nl.koppelwerk.ui.own.kept.ConsentDesk;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.SentFields;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one page of a volunteer. Each form on it is sent by a script as it is changed, or by its button. */
@Controller
@OpenTo(Role.VOLUNTEER)
class OwnController {
    private final OwnDesk desk;
    private final AskedDesk asked;
    private final ConsentDesk consent;
    private final Clock clock;

    OwnController(OwnDesk desk, AskedDesk asked, ConsentDesk consent, Clock clock) {
        this.desk = desk;
        this.asked = asked;
        this.consent = consent;
        this.clock = clock;
    }

    @GetMapping("/own")
    ModelAndView page(@AuthenticationPrincipal SignedInVolunteer reader, Locale locale) {
        return page(desk.get(reader), reader, locale);
    }

    private ModelAndView page(Said said, SignedInVolunteer reader, Locale locale) {
        return new ModelAndView("own/page")
                .addObject("own", OwnView.of(said, locale, LocalDate.now(clock)))
                .addObject("pairings", asked.all(reader, locale))
                .addObject("consent", consent.get(reader, locale))
                .addObject("calendar", desk.hasCalendar(reader));
    }

    @PostMapping("/own/save")
    ModelAndView save(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal SignedInVolunteer reader,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect) {
        Sent changes = OwnForm.read(sent);
        return switch (desk.keep(reader, changes)) {
            case Answer.Kept kept -> {
                redirect.addFlashAttribute("message", words.say("own.saved"));
                redirect.addFlashAttribute("undo", OwnForm.hidden(reversed(changes)));
                yield new ModelAndView("redirect:/own");
            }
            case Answer.Elsewhere(Field field, SortedSet<String> mine, Said said) ->
                again(page(said, reader, locale))
                        .addObject("warning", words.say("own.elsewhere"))
                        .addObject("mine", insisting(field, mine, said));
            case Answer.Wrong(Field field, Said said) ->
                again(page(said, reader, locale)).addObject("warning", words.say("own.wrong"));
            case Answer.Gone gone -> throw new UnknownPage();
        };
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static Map<Field, Edit> reversed(Sent changes) {
        Map<Field, Edit> back = new EnumMap<>(Field.class);
        changes.edits().forEach((field, edit) -> back.put(field, edit.reversed()));
        return back;
    }

    /** Mine after all, now that I have seen the other. */
    private static List<SentFields.Hidden> insisting(Field field, SortedSet<String> mine, Said said) {
        return OwnForm.hidden(Map.of(field, new Edit(said.value(field), mine)));
    }

    /**
     * What became of a change, for the script.
     *
     * @param field which one could not be kept; empty: all were
     * @param values every field as it is now
     */
    record Outcome(String status, String field, long version, Map<Field, SortedSet<String>> values) {}

    @PostMapping(path = "/own/save", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Outcome saveByScript(
            @RequestParam MultiValueMap<String, String> sent, @AuthenticationPrincipal SignedInVolunteer reader) {
        return switch (desk.keep(reader, OwnForm.read(sent))) {
            case Answer.Kept(Said said) -> outcome("kept", "", said);
            case Answer.Elsewhere(Field field, SortedSet<String> mine, Said said) ->
                outcome("elsewhere", field.name(), said);
            case Answer.Wrong(Field field, Said said) -> outcome("wrong", field.name(), said);
            case Answer.Gone gone -> throw new UnknownPage();
        };
    }

    private static Outcome outcome(String status, String field, Said said) {
        return new Outcome(status, field, said.version(), said.values());
    }

    @PostMapping("/own/confirm")
    String confirm(
            @AuthenticationPrincipal SignedInVolunteer reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        desk.confirm(reader);
        redirect.addFlashAttribute("message", words.say("own.confirmed.thanks"));
        return "redirect:/own";
    }
}
