package nl.koppelwerk.ui.pairing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.life.Action;
import nl.koppelwerk.pairing.life.Advance;
import nl.koppelwerk.pairing.life.FollowingPairings;
import nl.koppelwerk.pairing.life.Life;
import nl.koppelwerk.pairing.life.NotPossible;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One action on a pairing, then its page again; a form that cannot be done is shown again as it was sent. */
@Controller
@OpenTo(Role.COORDINATOR)
class ActionController {
    private final OrganisationScope scope;
    private final PairingPages pages;
    private final FollowingPairings following;
    private final AfterAction after;

    ActionController(OrganisationScope scope, PairingPages pages, FollowingPairings following, AfterAction after) {
        this.scope = scope;
        this.pages = pages;
        this.following = following;
        this.after = after;
    }

    @PostMapping("/pairings/{id:[0-9a-f-]{36}}/{form:[a-z-]+}")
    ModelAndView act(
            @PathVariable UUID id,
            @PathVariable String form,
            @RequestParam int version,
            @RequestParam Map<String, String> values,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Form asked = Form.at(form).orElseThrow(UnknownPage::new);
        Sent sent = new Sent(values);
        Action action = asked.read(sent);
        if (!sent.readable()) {
            return asked == Form.BACKUP
                    ? back(id, asked, words.say("pairing.backup.choose"), redirect)
                    : again(coordinator, id, asked, sent, Optional.empty());
        }
        try {
            return scope.inside(coordinator.organisation(), () -> {
                PairingPage before = pages.get(id);
                CoordinatorId by = new CoordinatorId(coordinator.account());
                return switch (following.follow(new PairingId(id), version, action, sent.note("note"), by)) {
                    case Advance.Done(Life life) -> {
                        UUID next = after.done(asked, new AfterAction.Done(before, life, sent, coordinator), words);
                        redirect.addFlashAttribute("message", words.say("pairing.done." + asked.name()));
                        yield new ModelAndView("redirect:/pairings/" + next);
                    }
                    case Advance.Refused(NotPossible why) -> throw new RefusedAction(why);
                };
            });
        } catch (RefusedAction refused) {
            String why = NotPossibleWords.say(refused.why(), words);
            return refused.why().inTheForm()
                    ? again(coordinator, id, asked, sent, Optional.of(why))
                    : back(id, asked, why, redirect);
        }
    }

    /** The form as it was sent, with what is wrong beside each field. */
    private ModelAndView again(Coordinator coordinator, UUID id, Form form, Sent sent, Optional<String> warning) {
        PairingPage page =
                scope.reading(coordinator.organisation(), () -> pages.get(id)).with(form, sent);
        ModelAndView shown = new ModelAndView(
                        form == Form.CHECK_IN ? "pairing/check-in" : "pairing/detail", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("page", page)
                .addObject("side", sent.value("side").equals(Side.VOLUNTEER.name()) ? Side.VOLUNTEER : Side.FAMILY);
        warning.ifPresent(text -> shown.addObject("warning", text));
        return shown;
    }

    /** The page as it is by now. */
    private static ModelAndView back(UUID id, Form form, String why, RedirectAttributes redirect) {
        redirect.addFlashAttribute("warning", why);
        return new ModelAndView("redirect:/pairings/" + id + (form == Form.BACKUP ? "/backup" : ""));
    }
}
