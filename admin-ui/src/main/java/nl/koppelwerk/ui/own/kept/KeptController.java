package nl.koppelwerk.ui.own.kept;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import nl.koppelwerk.data.answering.KeptAboutMe;
import nl.koppelwerk.data.erasure.OwnErasure;
import nl.koppelwerk.data.own.OwnScope;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is kept about me: to see in words, and to take along for a program or to read. */
@Controller
@OpenTo(Role.VOLUNTEER)
class KeptController {
    private static final String KEPT = "kept";

    private final KeptAboutMe about;
    private final OwnScope scope;
    private final OwnErasure erasure;
    private final ConsentDesk consent;
    private final Clock clock;

    KeptController(KeptAboutMe about, OwnScope scope, OwnErasure erasure, ConsentDesk consent, Clock clock) {
        this.about = about;
        this.scope = scope;
        this.erasure = erasure;
        this.consent = consent;
        this.clock = clock;
    }

    @GetMapping("/own/kept")
    ModelAndView page(@AuthenticationPrincipal SignedInVolunteer reader, Locale locale) {
        return new ModelAndView("own/kept")
                .addObject(KEPT, KeptView.of(read(reader)))
                .addObject("consent", consent.get(reader, locale))
                .addObject("shared", consent.shared(reader))
                .addObject("asked", erasure.asked(reader.self()).orElse(null));
    }

    /** Who is erased at once is not signed in any more; who was paired hears from a coordinator. */
    @PostMapping("/own/kept/erase")
    ModelAndView erase(
            @RequestParam(defaultValue = "false") boolean sure,
            @AuthenticationPrincipal SignedInVolunteer reader,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!sure) {
            ModelAndView again = page(reader, locale).addObject("warning", words.say("own.erase.unsure"));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        if (erasure.ask(reader.self()).isPresent()) {
            return new ModelAndView("redirect:/own/kept");
        }
        new SecurityContextLogoutHandler().logout(request, response, null);
        return new ModelAndView("own/erased");
    }

    @PostMapping("/own/kept/stay")
    String stay(@AuthenticationPrincipal SignedInVolunteer reader) {
        erasure.withdraw(reader.self());
        return "redirect:/own/kept";
    }

    @GetMapping("/own/kept.json")
    ResponseEntity<String> forPrograms(@AuthenticationPrincipal SignedInVolunteer reader) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"koppelwerk.json\"")
                .body(read(reader));
    }

    @GetMapping("/own/kept.html")
    ModelAndView toRead(
            @AuthenticationPrincipal SignedInVolunteer reader,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"koppelwerk.html\"");
        return new ModelAndView("own/kept-file")
                .addObject(
                        KEPT,
                        new KeptFile(KeptView.of(read(reader)).all(), new KeptWords(words, locale, clock.getZone())));
    }

    private String read(SignedInVolunteer reader) {
        return scope.inside(reader.self(), () -> about.read(reader.self()).orElseThrow(UnknownPage::new));
    }
}
