package nl.koppelwerk.ui.household;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import nl.koppelwerk.data.household.Changes;
import nl.koppelwerk.data.household.Field;
import nl.koppelwerk.data.household.Households;
import nl.koppelwerk.data.household.Outcome;
import nl.koppelwerk.data.household.Said;
import nl.koppelwerk.data.own.Edit;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.RequestChanged;
import nl.koppelwerk.ui.shell.SentFields;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a family changes on its page; each form is sent by a script as it is changed, or by its button. */
@Controller
@OpenTo({})
class SayingController {
    private final HouseholdPage page;
    private final ApplicationEventPublisher events;

    SayingController(HouseholdPage page, ApplicationEventPublisher events) {
        this.page = page;
        this.events = events;
    }

    @PostMapping("/help/standing/save")
    ModelAndView save(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String key,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect) {
        Changes changes = HouseholdForm.read(sent);
        return switch (keep(key, changes)) {
            case Outcome.Kept kept -> {
                redirect.addFlashAttribute("message", words.say("own.saved"));
                redirect.addFlashAttribute("undo", HouseholdForm.hidden(key, reversed(changes)));
                redirect.addAttribute("key", key);
                yield new ModelAndView("redirect:/help/standing");
            }
            case Outcome.Elsewhere(Field field, SortedSet<String> mine, Said said) ->
                again(key, locale)
                        .addObject("warning", words.say("own.elsewhere"))
                        .addObject("mine", insisting(key, field, mine, said));
            case Outcome.Wrong(Field field, Said said) ->
                again(key, locale).addObject("warning", wrong(field, said, words));
            case Outcome.Gone gone -> page.show(key, locale);
        };
    }

    private ModelAndView again(String key, Locale locale) {
        ModelAndView shown = page.show(key, locale);
        shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private Outcome keep(String key, Changes changes) {
        Households households = page.households();
        return HouseholdPage.right(key)
                ? households.keep(
                        key,
                        changes,
                        changed -> events.publishEvent(new RequestChanged(changed.organisation(), changed.request())))
                : new Outcome.Gone();
    }

    private static Map<Field, Edit> reversed(Changes changes) {
        Map<Field, Edit> back = new EnumMap<>(Field.class);
        changes.edits().forEach((field, edit) -> back.put(field, edit.reversed()));
        return back;
    }

    /** Mine after all, now that I have seen the other. */
    private static List<SentFields.Hidden> insisting(String key, Field field, SortedSet<String> mine, Said said) {
        return HouseholdForm.hidden(key, Map.of(field, new Edit(said.value(field), mine)));
    }

    private static String wrong(Field field, Said said, Words words) {
        return switch (field) {
            case WEEK ->
                said.least().dayParts() > 1
                        ? words.say("signup.week.least", said.least().dayParts())
                        : words.say("signup.wrong.week");
            case NEEDS -> words.say("signup.wrong.needs");
            case LANGUAGES -> words.say("signup.wrong.languages");
            case PHONE -> words.say("signup.wrong.phone");
            case WOMAN_ONLY, PETS_UNWELCOME, PETS -> words.say("own.wrong");
        };
    }

    /**
     * What became of a change, for the script.
     *
     * @param field which one could not be kept; empty: all were
     * @param text why not, in words; empty: as usual
     * @param values every field as it is now
     */
    record Told(String status, String field, String text, long version, Map<Field, SortedSet<String>> values) {}

    @PostMapping(path = "/help/standing/save", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Told saveByScript(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String key,
            @ModelAttribute("words") Words words) {
        return switch (keep(key, HouseholdForm.read(sent))) {
            case Outcome.Kept(Said said, boolean replan) -> told("kept", "", "", said);
            case Outcome.Elsewhere(Field field, SortedSet<String> mine, Said said) ->
                told("elsewhere", field.name(), "", said);
            case Outcome.Wrong(Field field, Said said) -> told("wrong", field.name(), wrong(field, said, words), said);
            case Outcome.Gone gone -> throw new UnknownPage();
        };
    }

    private static Told told(String status, String field, String text, Said said) {
        return new Told(status, field, text, said.version(), said.values());
    }
}
