package nl.koppelwerk.ui.person;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.audit.AuditEntry.Subject;
import nl.koppelwerk.data.export.Exporting;
import nl.koppelwerk.data.export.FileKind;
import nl.koppelwerk.data.view.person.Search;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list that was searched for, as a file. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class ExportController {
    private final Desk desk;
    private final Exporting exporting;
    private final Clock clock;

    ExportController(Desk desk, Exporting exporting, Clock clock) {
        this.desk = desk;
        this.exporting = exporting;
        this.clock = clock;
    }

    @GetMapping("/{what:families|volunteers}/export.{extension:csv|xlsx}")
    void export(
            @PathVariable String what,
            @PathVariable String extension,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal Coordinator coordinator,
            HttpServletResponse response) {
        FileKind kind = FileKind.valueOf(extension.toUpperCase(Locale.ROOT));
        boolean families = what.equals("families");
        Search search = SearchForm.read(sent);
        response.setContentType(kind.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String name = (families ? "gezinnen-" : "vrijwilligers-") + LocalDate.now(clock) + "." + extension;
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        desk.inside(coordinator, () -> {
            int rows = write(families, search, kind, response);
            Map<String, String> detail = new TreeMap<>(search.used());
            detail.put("rows", Integer.toString(rows));
            detail.put("file", extension);
            desk.note(coordinator, Action.EXPORTED, families ? Subject.FAMILY : Subject.VOLUNTEER, what, detail);
            return rows;
        });
    }

    private int write(boolean families, Search search, FileKind kind, HttpServletResponse response) {
        try {
            OutputStream out = response.getOutputStream();
            return families ? exporting.families(search, kind, out) : exporting.volunteers(search, kind, out);
        } catch (IOException e) {
            throw new UncheckedIOException("export to a browser", e);
        }
    }
}
