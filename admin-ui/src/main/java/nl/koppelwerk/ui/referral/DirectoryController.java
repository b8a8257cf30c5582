package nl.koppelwerk.ui.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.referral.Hsds;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.referral.Service;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Seen;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The directory of services, to search and to take along. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class DirectoryController {
    private final ReferralDesk desk;

    DirectoryController(ReferralDesk desk) {
        this.desk = desk;
    }

    /** @param request for whom a service is sought; the page then leads to the form for that request */
    @GetMapping("/services")
    @Seen(AuditEntry.Subject.SERVICE)
    ModelAndView search(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String need,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String tongue,
            @RequestParam Optional<UUID> request,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words) {
        return desk.inside(reader, () -> {
            Wanted wanted = new Wanted(
                    text.strip(),
                    StepForm.named(Need.values(), need),
                    area.strip(),
                    Optional.of(tongue).filter(code -> code.matches("[a-z]{3}")).map(Language::new));
            List<Service> all = desk.kept().services().services();
            return new ModelAndView("referral/directory")
                    .addObject("wanted", wanted)
                    .addObject(
                            "services",
                            wanted.of(all).stream()
                                    .map(one -> ServiceLine.of(one, words))
                                    .toList())
                    .addObject("total", all.size())
                    .addObject("needs", Need.values())
                    .addObject("tongues", ServiceLine.languages(all))
                    .addObject("areas", ServiceLine.areas(all))
                    .addObject("request", request.map(desk::request).orElse(null))
                    .addObject("mayRead", reader.role() == Role.ADMINISTRATOR);
        });
    }

    @GetMapping("/services.json")
    ResponseEntity<String> file(@AuthenticationPrincipal Coordinator reader) {
        String text =
                desk.inside(reader, () -> Hsds.write(desk.kept().services().list()));
        ContentDisposition save =
                ContentDisposition.attachment().filename("services.json").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, save.toString())
                .body(text);
    }
}
