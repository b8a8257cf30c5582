package nl.koppelwerk.ui.own.asked;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.answering.AskLinks;
import nl.koppelwerk.data.answering.Heard;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The question whether a family suits, from the own page or from the link in its mail. The link opens this one question;
 * opening it answers nothing.
 */
@Controller
class AnswerController {
    private static final String PAGE = "own/answer";
    private static final String WARNING = "problem";

    private final AskedDesk desk;

    AnswerController(AskedDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/own/answer")
    @OpenTo({})
    ModelAndView fromMail(@RequestParam(defaultValue = "") String question, Locale locale) {
        return desk.find(question)
                .map(asked -> page(asked.volunteer(), asked.pairing(), locale).addObject("question", question))
                .orElseGet(() -> over(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/own/answer")
    @OpenTo({})
    ModelAndView fromMail(
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(defaultValue = "") String because,
            Locale locale) {
        Optional<AskLinks.Asked> found = desk.find(question);
        if (found.isEmpty()) {
            return over(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        AskLinks.Asked asked = found.get();
        return answer(asked.volunteer(), asked.pairing(), AnswerForm.read(seen, reply, because), locale)
                .addObject("question", question);
    }

    @GetMapping("/own/asks/{id:[0-9a-f-]{36}}")
    @OpenTo(Role.VOLUNTEER)
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal SignedInVolunteer reader, Locale locale) {
        return page(reader.self(), new PairingId(id), locale);
    }

    @PostMapping("/own/asks/{id:[0-9a-f-]{36}}")
    @OpenTo(Role.VOLUNTEER)
    ModelAndView answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(defaultValue = "") String because,
            @AuthenticationPrincipal SignedInVolunteer reader,
            Locale locale) {
        return answer(reader.self(), new PairingId(id), AnswerForm.read(seen, reply, because), locale);
    }

    private ModelAndView answer(OwnVolunteer volunteer, PairingId id, Optional<AnswerForm> form, Locale locale) {
        if (form.isEmpty()) {
            return refused(page(volunteer, id, locale), "wrong");
        }
        return switch (desk.answer(volunteer, id, form.get())) {
            case Heard.Kept kept -> page(volunteer, id, locale).addObject("kept", true);
            case Heard.Elsewhere elsewhere -> refused(page(volunteer, id, locale), "elsewhere");
            case Heard.TooLate late -> refused(new ModelAndView(PAGE), "late");
            case Heard.Unknown unknown -> throw new UnknownPage();
        };
    }

    private ModelAndView page(OwnVolunteer volunteer, PairingId id, Locale locale) {
        Optional<AskedView> asked = desk.find(volunteer, id, locale).filter(AskedView::asks);
        return asked.map(one -> new ModelAndView(PAGE).addObject("asked", one))
                .orElseGet(() -> new ModelAndView(PAGE).addObject(WARNING, "closed"));
    }

    private static ModelAndView refused(ModelAndView page, String problem) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject(WARNING, problem);
    }

    private static ModelAndView over(HttpStatus status) {
        return new ModelAndView(PAGE, status).addObject(WARNING, "over");
    }
}
