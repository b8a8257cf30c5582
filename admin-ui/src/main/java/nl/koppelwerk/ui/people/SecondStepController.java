package nl.koppelwerk.ui.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** After the password: a code of the app, or a recovery code. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR, Role.MUNICIPAL_READER, Role.SYSTEM_ADMINISTRATOR})
@RequestMapping("/login/second-step")
class SecondStepController {
    private static final int FIGURES = 6;

    private final OrganisationScope scope;
    private final Codes codes;
    private final GuessingBrake brake;
    private final SignedIn signedIn;
    private final PasswordSignIn.RefusedSignIns refused;

    SecondStepController(
            OrganisationScope scope,
            Codes codes,
            GuessingBrake brake,
            SignedIn signedIn,
            PasswordSignIn.RefusedSignIns refused) {
        this.scope = scope;
        this.codes = codes;
        this.brake = brake;
        this.signedIn = signedIn;
        this.refused = refused;
    }

    @GetMapping
    String ask() {
        return "people/second-step";
    }

    /** Null: already sent on to the page that was asked for. */
    @PostMapping
    @Nullable
    String check(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal Coordinator person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException, IOException {
        Visit visit = Visit.of(request);
        try {
            brake.beforeCode(person.account(), visit);
        } catch (TooManyAttempts wait) {
            model.addAttribute("minutes", wait.minutes());
            return again("wait", response, model);
        }
        boolean figures = code.replaceAll("\\s", "").length() == FIGURES;
        boolean taken = scope.inside(
                person.organisation(),
                () -> figures ? codes.take(person.account(), code) : codes.takeRecoveryCode(person.account(), code));
        if (!taken) {
            refused.note(person.organisation(), person.account(), "code");
            return again("code", response, model);
        }
        brake.afterCode(person.account(), visit);
        signedIn.withSecondStep(request, response, person, figures ? "code" : "recovery-code");
        return null;
    }

    private static String again(String problem, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problem", problem);
        return "people/second-step";
    }
}
