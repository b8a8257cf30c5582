package nl.koppelwerk.ui.household;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.data.household.Standing;
import nl.koppelwerk.data.household.Standings;
import nl.koppelwerk.data.signup.OpenOrganisation;
import nl.koppelwerk.data.signup.OpenOrganisations;
import nl.koppelwerk.pairing.life.Reply;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a request stands, by the link in the mail. The page names nobody, so that a link that is passed on gives nobody
 * away; a button answers, looking does not.
 */
@Controller
@OpenTo({})
class StandingController {
    private final Standings standings;
    private final OpenOrganisations organisations;

    StandingController(Standings standings, OpenOrganisations organisations) {
        this.standings = standings;
        this.organisations = organisations;
    }

    @GetMapping("/help/standing")
    ModelAndView show(@RequestParam(defaultValue = "") String key, Locale locale) {
        Optional<Standing> standing = right(key) ? standings.find(key) : Optional.empty();
        ModelAndView page =
                new ModelAndView("household/standing", standing.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        standing.ifPresent(found -> page.addObject("standing", found)
                .addObject("stages", Standing.Stage.values())
                .addObject("replies", Reply.values())
                .addObject("key", key)
                .addObject("when", when(found, locale)));
        called(key).ifPresent(one -> page.addObject("organisation", one));
        return page;
    }

    private Optional<OpenOrganisation> called(String key) {
        return right(key)
                ? standings
                        .organisation(key)
                        .flatMap(id -> organisations.list().stream()
                                .filter(one -> one.id().equals(id))
                                .findFirst())
                : Optional.empty();
    }

    private static String when(Standing standing, Locale locale) {
        return standing.introduction()
                .map(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale.getLanguage().equals("en") ? Locale.UK : locale)::format)
                .orElse("");
    }

    @PostMapping("/help/standing")
    String answer(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String reply,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        if (!right(key)) {
            return "redirect:/help/standing";
        }
        boolean kept = Arrays.stream(Reply.values())
                .filter(one -> one.name().equals(reply))
                .anyMatch(one -> standings.answer(key, one));
        redirect.addFlashAttribute(
                kept ? "message" : "warning", words.say(kept ? "signup.answer.kept" : "signup.answer.late"));
        redirect.addAttribute("key", key);
        return "redirect:/help/standing";
    }

    private static boolean right(String key) {
        return key.matches("[A-Za-z0-9_-]{43}");
    }
}
