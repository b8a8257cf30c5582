package nl.koppelwerk.ui.programme;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.programme.KeptProgrammeFiles;
import nl.koppelwerk.data.programme.ProgrammeLoads;
import nl.koppelwerk.data.rules.Rhythms;
import nl.koppelwerk.data.sharing.Agreeing;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.OwnProgrammes;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of a programme, and every file that it was installed from. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/rules/{programme:[0-9a-f-]{36}}/about")
class ProgrammeController {
    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final OrganisationScope scope;
    private final OwnProgrammes programmes;
    private final KeptProgrammeFiles files;
    private final ProgrammeLoads loads;
    private final Rhythms rhythms;
    private final Agreeing agreeing;

    ProgrammeController(
            OrganisationScope scope,
            OwnProgrammes programmes,
            KeptProgrammeFiles files,
            ProgrammeLoads loads,
            Rhythms rhythms,
            Agreeing agreeing) {
        this.scope = scope;
        this.programmes = programmes;
        this.files = files;
        this.loads = loads;
        this.rhythms = rhythms;
        this.agreeing = agreeing;
    }

    @GetMapping
    String look(@PathVariable UUID programme, @AuthenticationPrincipal Coordinator reader, Locale locale, Model model) {
        scope.reading(reader.organisation(), () -> {
            Programme found = programmes.get(programme, reader);
            List<KeptProgrammeFiles.Kept> kept = files.list(found.id());
            Optional<ProgrammePage> page = kept.stream()
                    .findFirst()
                    .flatMap(latest -> latest.read()
                            .map(file -> new ProgrammePage(
                                    file,
                                    file.text(locale),
                                    rhythms.find(found.id()).orElseThrow().rhythm(),
                                    loads.of(found.id(), file.capacity().familiesPerVolunteer()))));
            model.addAttribute("programme", found);
            model.addAttribute("versions", kept);
            model.addAttribute("agreements", agreeing.of(found.id()));
            model.addAttribute("page", page.orElse(null));
            return true;
        });
        return "programme/about";
    }

    @GetMapping("/{number:[0-9]{1,6}}.yaml")
    ResponseEntity<String> file(
            @PathVariable UUID programme, @PathVariable int number, @AuthenticationPrincipal Coordinator reader) {
        return scope.reading(reader.organisation(), () -> {
            Programme found = programmes.get(programme, reader);
            KeptProgrammeFiles.Kept kept = files.list(found.id()).stream()
                    .filter(one -> one.version() == number)
                    .findFirst()
                    .orElseThrow(UnknownPage::new);
            ContentDisposition save = ContentDisposition.attachment()
                    .filename(found.code() + ".yaml")
                    .build();
            return ResponseEntity.ok()
                    .contentType(YAML)
                    .header(HttpHeaders.CONTENT_DISPOSITION, save.toString())
                    .body(kept.text());
        });
    }
}
