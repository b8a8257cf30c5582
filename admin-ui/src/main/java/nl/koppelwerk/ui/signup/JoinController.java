package nl.koppelwerk.ui.signup;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.koppelwerk.data.signup.OpenOrganisation;
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

/** A volunteer signs up in two halves: what is offered, and after what is needed nearby who it is. */
@Controller
@OpenTo({})
class JoinController {
    private static final String FORM = "join";

    private final SignUpDesk desk;

    JoinController(SignUpDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/join")
    ModelAndView empty(
            @ModelAttribute("organisation") @Nullable OpenOrganisation organisation,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale) {
        return organisation == null ? desk.choose(FORM) : first(organisation, desk.read(sent), List.of(), locale);
    }

    private ModelAndView first(OpenOrganisation organisation, SignUpForm form, List<String> problems, Locale locale) {
        return shown("signup/join", form, problems, locale).addObject("offers", desk.offers(organisation.id()));
    }

    private ModelAndView shown(String page, SignUpForm form, List<String> problems, Locale locale) {
        return new ModelAndView(page, problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("form", form)
                .addObject("choices", new OwnChoices(locale))
                .addObject("problems", problems);
    }

    @PostMapping("/join/near")
    ModelAndView near(
            @ModelAttribute("organisation") @Nullable OpenOrganisation organisation,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale) {
        if (organisation == null) {
            return desk.choose(FORM);
        }
        SignUpForm form = desk.read(sent);
        List<String> problems = problemsOfWish(organisation, form);
        return problems.isEmpty()
                ? second(organisation, form, desk.token(FORM), List.of(), locale)
                : first(organisation, form, problems, locale);
    }

    /** Whoever comes back to the second half without what the first one said. */
    @GetMapping("/join/near")
    String back(@RequestParam(defaultValue = "") String at) {
        return "redirect:/join" + (at.matches("[a-z0-9-]{1,30}") ? "?at=" + at : "");
    }

    private List<String> problemsOfWish(OpenOrganisation organisation, SignUpForm form) {
        List<String> problems = new ArrayList<>(form.problemsOfWish());
        if (desk.nowhere(organisation.id(), form)) {
            problems.add("postcode");
        }
        List<SignUpForm.Offer> offers = desk.offers(organisation.id());
        if (form.offer(offers).isEmpty()) {
            problems.add("offer");
        }
        return problems;
    }

    private ModelAndView second(
            OpenOrganisation organisation, SignUpForm form, String token, List<String> problems, Locale locale) {
        return shown("signup/join-person", form, problems, locale)
                .addObject("token", token)
                .addObject("consent", SignUpForm.CONSENT)
                .addObject("near", desk.near(organisation.id(), form));
    }

    @PostMapping("/join")
    ModelAndView send(
            @ModelAttribute("organisation") @Nullable OpenOrganisation organisation,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Locale locale) {
        if (organisation == null) {
            return desk.choose(FORM);
        }
        SignUpForm form = desk.read(sent);
        List<String> ofWish = problemsOfWish(organisation, form);
        if (!ofWish.isEmpty()) {
            return first(organisation, form, ofWish, locale);
        }
        String token = desk.again(form, FORM);
        List<String> problems = form.problemsOfPerson();
        if (!problems.isEmpty()) {
            return second(organisation, form, token, problems, locale);
        }
        return switch (desk.take(
                organisation,
                form.ofVolunteer(form.offer(desk.offers(organisation.id())), locale.getLanguage()),
                form,
                FORM,
                Visit.of(request).network())) {
            case SignUpDesk.Outcome.Taken taken ->
                new ModelAndView("redirect:/join/thanks?at=" + organisation.shortName());
            case SignUpDesk.Outcome.Again again -> second(organisation, form, token, List.of("again"), locale);
            case SignUpDesk.Outcome.Wait(var left) ->
                second(organisation, form, token, List.of("wait"), locale).addObject("wait", left.toMinutes() + 1);
        };
    }

    /** The same for everybody who sent something. */
    @GetMapping("/join/thanks")
    String thanks() {
        return "signup/thanks";
    }

    @GetMapping("/join/confirm")
    ModelAndView ask(@RequestParam(defaultValue = "") String key) {
        return new ModelAndView("signup/confirm").addObject("key", key);
    }

    @PostMapping("/join/confirm")
    ModelAndView confirm(@RequestParam(defaultValue = "") String key) {
        return desk.confirm(key)
                ? new ModelAndView("signup/confirm").addObject("done", true)
                : new ModelAndView("signup/confirm", HttpStatus.UNPROCESSABLE_CONTENT).addObject("over", true);
    }
}
