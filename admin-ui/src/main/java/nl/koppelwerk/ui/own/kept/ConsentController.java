package nl.koppelwerk.ui.own.kept;

import java.util.Locale;
import java.util.UUID;
import nl.koppelwerk.data.consent.Consent;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Agreeing to what is kept, and taking that back; each is one button. */
@Controller
@OpenTo(Role.VOLUNTEER)
class ConsentController {
    private final ConsentDesk desk;

    ConsentController(ConsentDesk desk) {
        this.desk = desk;
    }

    /** Only to the text that was on the page: whoever read an earlier one is asked again. */
    @PostMapping("/own/consent")
    String give(
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal SignedInVolunteer reader,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect) {
        if (version.equals(Consent.CURRENT)) {
            desk.give(reader, locale);
            redirect.addFlashAttribute("message", words.say("own.consent.thanks"));
        }
        return "redirect:/own";
    }

    /** What was on the page was the text that holds now: it has no earlier one. */
    @PostMapping("/own/sharing")
    String share(
            @RequestParam UUID programme,
            @RequestParam boolean give,
            @AuthenticationPrincipal SignedInVolunteer reader,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect) {
        if (desk.share(reader, new ProgrammeId(programme), give, locale) && give) {
            redirect.addFlashAttribute("message", words.say("own.consent.thanks"));
        }
        return "redirect:/own/kept";
    }

    @PostMapping("/own/consent/withdraw")
    String withdraw(@AuthenticationPrincipal SignedInVolunteer reader) {
        desk.withdraw(reader);
        return "redirect:/own/kept";
    }
}
