package nl.koppelwerk.ui.own.kept;

import jakarta.servlet.http.HttpServletResponse;
import nl.koppelwerk.data.answering.KeptAboutMe;
import nl.koppelwerk.data.own.OwnScope;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is kept about me: to see in words, and to take along for a program or to read. */
@Controller
@OpenTo(Role.VOLUNTEER)
class KeptController {
    private static final String KEPT = "kept";

    private final KeptAboutMe about;
    private final OwnScope scope;

    KeptController(KeptAboutMe about, OwnScope scope) {
        this.about = about;
        this.scope = scope;
    }

    @GetMapping("/own/kept")
    ModelAndView page(@AuthenticationPrincipal SignedInVolunteer reader) {
        return new ModelAndView("own/kept").addObject(KEPT, KeptView.of(read(reader)));
    }

    @GetMapping("/own/kept.json")
    ResponseEntity<String> forPrograms(@AuthenticationPrincipal SignedInVolunteer reader) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"koppelwerk.json\"")
                .body(read(reader));
    }

    @GetMapping("/own/kept.html")
    ModelAndView toRead(@AuthenticationPrincipal SignedInVolunteer reader, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"koppelwerk.html\"");
        return new ModelAndView("own/kept-file").addObject(KEPT, KeptView.of(read(reader)));
    }

    private String read(SignedInVolunteer reader) {
        return scope.inside(reader.self(), () -> about.read(reader.self()).orElseThrow(UnknownPage::new));
    }
}
