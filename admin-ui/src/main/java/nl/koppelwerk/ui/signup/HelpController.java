package nl.koppelwerk.ui.signup;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.koppelwerk.data.signup.OpenOrganisation;
import nl.koppelwerk.data.signup.SignUp;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.OwnChoices;
import nl.koppelwerk.ui.shell.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A family asks for help, or somebody who knows it does. */
@Controller
@OpenTo({})
class HelpController {
    private static final String FORM = "help";

    private final SignUpDesk desk;

    HelpController(SignUpDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/help")
    ModelAndView empty(
            @ModelAttribute("organisation") @Nullable OpenOrganisation organisation,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale) {
        return organisation == null ? desk.choose(FORM) : shown(desk.read(sent), desk.token(FORM), List.of(), locale);
    }

    private static ModelAndView shown(SignUpForm form, String token, List<String> problems, Locale locale) {
        return new ModelAndView("signup/help", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("form", form)
                .addObject("choices", new OwnChoices(locale))
                .addObject("token", token)
                .addObject("consent", SignUpForm.CONSENT)
                .addObject("signals", SignUp.Signal.values())
                .addObject("referrers", SignUp.ReferrerKind.values())
                .addObject("problems", problems);
    }

    @PostMapping("/help")
    ModelAndView send(
            @ModelAttribute("organisation") @Nullable OpenOrganisation organisation,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Locale locale) {
        if (organisation == null) {
            return desk.choose(FORM);
        }
        SignUpForm form = desk.read(sent);
        String token = desk.again(form, FORM);
        List<String> problems = problems(organisation, form);
        if (!problems.isEmpty()) {
            return shown(form, token, problems, locale);
        }
        return switch (desk.take(
                organisation,
                form.ofFamily(locale.getLanguage()),
                form,
                FORM,
                Visit.of(request).network())) {
            case SignUpDesk.Outcome.Taken taken ->
                new ModelAndView("redirect:/join/thanks?at=" + organisation.shortName());
            case SignUpDesk.Outcome.Again again -> shown(form, token, List.of("again"), locale);
            case SignUpDesk.Outcome.Wait(var left) ->
                shown(form, token, List.of("wait"), locale).addObject("wait", left.toMinutes() + 1);
        };
    }

    private List<String> problems(OpenOrganisation organisation, SignUpForm form) {
        List<String> problems = new ArrayList<>(form.problemsOfFamily());
        if (desk.nowhere(organisation.id(), form)) {
            problems.add("postcode");
        }
        return problems;
    }
}
