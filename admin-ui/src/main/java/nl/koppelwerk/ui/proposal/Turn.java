package nl.koppelwerk.ui.proposal;

import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Narrowed;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A coordinator who decides, in which part of the queue, and how to speak to this person on the page after. */
record Turn(Coordinator coordinator, Narrowed narrowed, Words words, RedirectAttributes page) {
    void tell(String what, String whatNow) {
        page.addFlashAttribute("message", what + " " + words.say(whatNow));
    }

    void warn(String why) {
        page.addFlashAttribute("warning", why);
    }

    /** The page to go to, with the part of the queue kept. */
    String to(String path) {
        return "redirect:" + path + narrowed.query();
    }
}
