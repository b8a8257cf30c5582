package nl.koppelwerk.ui.recruit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.export.FileKind;
import nl.koppelwerk.data.recruit.RecruitLine;
import nl.koppelwerk.data.recruit.RecruitNight;
import nl.koppelwerk.data.recruit.Recruits;
import nl.koppelwerk.data.view.RunView;
import nl.koppelwerk.data.view.RunViews;
import nl.koppelwerk.data.view.choice.AreaViews;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Which volunteers to look for, as the last night reckoned it; each reader sees whom their own families need. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class RecruitController {
    private final OrganisationScope scope;
    private final Recruits recruits;
    private final RunViews runs;
    private final AreaViews areas;
    private final Audit audit;

    RecruitController(OrganisationScope scope, Recruits recruits, RunViews runs, AreaViews areas, Audit audit) {
        this.scope = scope;
        this.recruits = recruits;
        this.runs = runs;
        this.areas = areas;
        this.audit = audit;
    }

    @GetMapping("/recruit")
    String list(@AuthenticationPrincipal Coordinator reader, Model model) {
        return scope.reading(reader.organisation(), () -> {
            Optional<RecruitNight> night = recruits.last();
            Optional<RunView> last = runs.findLastPublished();
            model.addAttribute("night", night.orElse(null));
            model.addAttribute(
                    "older",
                    night.isPresent()
                            && last.filter(run ->
                                            run.number() != night.get().run().value())
                                    .isPresent());
            model.addAttribute("empty", last.isPresent() ? "reckoning" : "never");
            model.addAttribute(
                    "map",
                    night.map(RecruitNight::lines)
                            .filter(lines -> !lines.isEmpty())
                            .map(this::map)
                            .orElse(null));
            return "recruit/list";
        });
    }

    private RecruitMap map(List<RecruitLine> lines) {
        RecruitMap.Reach reach = RecruitMap.reach(lines);
        return RecruitMap.of(
                lines,
                reach,
                areas.around(reach.centre(), reach.degreesNorth(), reach.degreesEast(), RecruitMap.MOST_PLACES));
    }

    /** The same list as a file. */
    @GetMapping("/recruit/list.{extension:csv|xlsx}")
    void file(
            @PathVariable String extension,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        FileKind kind = FileKind.valueOf(extension.toUpperCase(Locale.ROOT));
        scope.inside(reader.organisation(), () -> {
            RecruitNight night = recruits.last().orElseThrow(UnknownPage::new);
            note(reader, night, extension);
            response.setContentType(kind.mediaType());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(words.say("recruit.file") + "-" + night.day() + "." + extension)
                            .build()
                            .toString());
            try {
                RecruitFile.of(night, words).write(kind, response.getOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException("what to recruit to a browser", e);
            }
        });
    }

    private void note(Coordinator reader, RecruitNight night, String extension) {
        audit.add(
                reader.organisation(),
                new AuditEntry(
                        Optional.of(reader.account()),
                        AuditEntry.Action.EXPORTED,
                        AuditEntry.Subject.RUN,
                        Long.toString(night.run().value()),
                        Map.of("file", extension, "list", "recruit")));
    }
}
