package nl.koppelwerk.ui.household;

import java.util.Arrays;
import java.util.Locale;
import nl.koppelwerk.data.household.HouseholdKeys;
import nl.koppelwerk.data.household.Standings;
import nl.koppelwerk.pairing.life.Reply;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Words;
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
    private final HouseholdPage page;
    private final HouseholdKeys keys;

    StandingController(HouseholdPage page, HouseholdKeys keys) {
        this.page = page;
        this.keys = keys;
    }

    @GetMapping("/help/standing")
    ModelAndView show(@RequestParam(defaultValue = "") String key, Locale locale) {
        if (HouseholdPage.right(key)) {
            keys.opened(key);
        }
        return page.show(key, locale);
    }

    @PostMapping("/help/standing")
    String answer(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String reply,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        if (!HouseholdPage.right(key)) {
            return "redirect:/help/standing";
        }
        Standings standings = page.standings();
        boolean kept = Arrays.stream(Reply.values())
                .filter(one -> one.name().equals(reply))
                .anyMatch(one -> standings.answer(key, one));
        redirect.addFlashAttribute(
                kept ? "message" : "warning", words.say(kept ? "signup.answer.kept" : "signup.answer.late"));
        redirect.addAttribute("key", key);
        return "redirect:/help/standing";
    }
}
