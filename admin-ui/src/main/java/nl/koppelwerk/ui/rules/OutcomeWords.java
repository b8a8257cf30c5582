package nl.koppelwerk.ui.rules;

import nl.koppelwerk.data.rules.PuttingRulesToUse.Outcome;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says what came of putting rules to use. */
final class OutcomeWords {
    private OutcomeWords() {}

    static void tell(Outcome outcome, Words words, RedirectAttributes redirect) {
        switch (outcome) {
            case Outcome.InUse(int version) -> redirect.addFlashAttribute("message", words.say("rules.inUse", version));
            case Outcome.NothingNew() -> redirect.addFlashAttribute("warning", words.say("rules.nothingNew"));
            case Outcome.Overtaken(int inUse) ->
                redirect.addFlashAttribute("warning", words.say("rules.overtaken", inUse));
            case Outcome.Gone() -> redirect.addFlashAttribute("warning", words.say("rules.gone"));
        }
    }
}
