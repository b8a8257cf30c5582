package nl.koppelwerk.ui.pairing;

import java.util.List;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.pairing.life.Backups;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Who could take over, to choose from; and the introduction for a calendar. */
@Controller
@OpenTo(Role.COORDINATOR)
class BackupController {
    private static final int CHOICES = 8;
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final OrganisationScope scope;
    private final PairingPages pages;
    private final Snapshots snapshots;
    private final Invitations invitations;

    BackupController(OrganisationScope scope, PairingPages pages, Snapshots snapshots, Invitations invitations) {
        this.scope = scope;
        this.pages = pages;
        this.snapshots = snapshots;
        this.invitations = invitations;
    }

    @GetMapping("/pairings/{id:[0-9a-f-]{36}}/backup")
    String choose(@PathVariable UUID id, @AuthenticationPrincipal Coordinator coordinator, Model model) {
        PairingPage page = scope.reading(coordinator.organisation(), () -> pages.get(id));
        if (!page.unsure()) {
            throw new UnknownPage();
        }
        List<Backups.Candidate> candidates = Backups.find(
                snapshots.read(coordinator.organisation(), page.today()),
                page.life().pairing(),
                CHOICES);
        model.addAttribute("page", page);
        model.addAttribute("candidates", candidates);
        return "pairing/backup";
    }

    @GetMapping("/pairings/{id:[0-9a-f-]{36}}/introduction.ics")
    ResponseEntity<String> calendar(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        PairingPage page = scope.reading(coordinator.organisation(), () -> pages.get(id));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kennismaking.ics\"")
                .body(invitations.calendar(page, words).orElseThrow(UnknownPage::new));
    }
}
