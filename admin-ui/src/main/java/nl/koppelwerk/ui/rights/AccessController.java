package nl.koppelwerk.ui.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.koppelwerk.data.audit.PersonAccess;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.export.FigureFile;
import nl.koppelwerk.data.export.FileKind;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who saw what of one person, when and why: to answer for it, and to give to the person who asks (GDPR, article 15). */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class AccessController {
    private static final String FAMILY = "/families/{id:[0-9a-f-]{36}}/accesses";
    private static final String VOLUNTEER = "/volunteers/{id:[0-9a-f-]{36}}/accesses";
    private static final int PAGE_SIZE = 50;

    private final AccessDesk desk;

    AccessController(AccessDesk desk) {
        this.desk = desk;
    }

    @GetMapping(FAMILY)
    String ofFamily(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        return page(Person.of(new FamilyId(id)), page, coordinator, words, model);
    }

    @GetMapping(VOLUNTEER)
    String ofVolunteer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        return page(Person.of(new VolunteerId(id)), page, coordinator, words, model);
    }

    @GetMapping(FAMILY + ".{extension:csv|xlsx}")
    void fileOfFamily(
            @PathVariable UUID id,
            @PathVariable String extension,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        file(Person.of(new FamilyId(id)), extension, coordinator, words, response);
    }

    @GetMapping(VOLUNTEER + ".{extension:csv|xlsx}")
    void fileOfVolunteer(
            @PathVariable UUID id,
            @PathVariable String extension,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        file(Person.of(new VolunteerId(id)), extension, coordinator, words, response);
    }

    private String page(Person person, int page, Coordinator coordinator, Words words, Model model) {
        model.addAttribute("accesses", desk.view(coordinator, person, page, PAGE_SIZE));
        model.addAttribute("why", new AccessWords(words));
        return "rights/accesses";
    }

    private void file(
            Person person, String extension, Coordinator coordinator, Words words, HttpServletResponse response) {
        FileKind kind = FileKind.valueOf(extension.toUpperCase(Locale.ROOT));
        List<PersonAccess> all = desk.all(coordinator, person, extension);
        AccessWords why = new AccessWords(words);
        List<Column> columns = why.columns();
        response.setContentType(kind.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(words.say("accesses.file") + "." + extension)
                        .build()
                        .toString());
        try {
            FigureFile.write(
                    kind,
                    columns,
                    columns.getFirst(),
                    all.stream().map(each -> why.row(columns, each)).toList(),
                    response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("accesses to a browser", e);
        }
    }
}
