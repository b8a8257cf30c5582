package nl.koppelwerk.ui.own.asked;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.answering.Heard;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The short form in which a volunteer says how it goes with a family, when it is time to. */
@Controller
@OpenTo(Role.VOLUNTEER)
class CheckInController {
    private final AskedDesk desk;

    CheckInController(AskedDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/own/check-in/{id:[0-9a-f-]{36}}")
    ModelAndView form(@PathVariable UUID id, @AuthenticationPrincipal SignedInVolunteer reader, Locale locale) {
        OwnVolunteer volunteer = reader.self();
        PairingId pairing = new PairingId(id);
        Optional<AskedView> view = desk.find(volunteer, pairing, locale);
        return page(view, CheckInForm.EMPTY)
                .addObject("week", desk.week(volunteer, pairing).orElse(null));
    }

    @PostMapping("/own/check-in/{id:[0-9a-f-]{36}}")
    ModelAndView send(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int week,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal SignedInVolunteer reader,
            Locale locale,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        OwnVolunteer volunteer = reader.self();
        PairingId pairing = new PairingId(id);
        CheckInForm form = CheckInForm.read(sent);
        if (form.said().isEmpty()) {
            Optional<AskedView> view = desk.find(volunteer, pairing, locale);
            ModelAndView again =
                    page(view, form).addObject("week", view.map(one -> week).orElse(null));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        switch (desk.checkIn(volunteer, pairing, week, form.said().get())) {
            case Heard.Kept kept -> redirect.addFlashAttribute("message", words.say("own.checkin.kept"));
            case Heard.Elsewhere elsewhere -> redirect.addFlashAttribute("warning", words.say("own.checkin.late"));
            case Heard.TooLate late -> redirect.addFlashAttribute("warning", words.say("own.checkin.late"));
            case Heard.Unknown unknown -> throw new UnknownPage();
        }
        return new ModelAndView("redirect:/own");
    }

    private static ModelAndView page(Optional<AskedView> view, CheckInForm form) {
        return new ModelAndView("own/check-in")
                .addObject("asked", view.orElse(null))
                .addObject("form", form);
    }
}
