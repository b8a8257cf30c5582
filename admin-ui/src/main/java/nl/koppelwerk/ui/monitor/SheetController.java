package nl.koppelwerk.ui.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.format.WrongFileException;
import nl.koppelwerk.data.monitor.ResearchSheets;
import nl.koppelwerk.data.monitor.SheetFile;
import nl.koppelwerk.monitor.MonitorTable;
import nl.koppelwerk.monitor.ResearchSheet;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sheets that researchers filled in: looked at before they are kept, and their means with the families behind each. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
@RequestMapping("/monitor/sheets")
class SheetController {
    private final OrganisationScope scope;
    private final ResearchSheets sheets;
    private final Audit audit;

    SheetController(OrganisationScope scope, ResearchSheets sheets, Audit audit) {
        this.scope = scope;
        this.sheets = sheets;
        this.audit = audit;
    }

    @GetMapping
    @OpenTo({Role.ADMINISTRATOR, Role.COORDINATOR})
    ModelAndView page(@AuthenticationPrincipal Coordinator reader) {
        return scope.reading(reader.organisation(), () -> shown(reader));
    }

    /** Shows what the file says and what is wrong in it; nothing is kept. */
    @PostMapping("/preview")
    ModelAndView preview(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words) {
        return scope.reading(reader.organisation(), () -> {
            if (file == null || file.isEmpty()) {
                return refused(reader, words.say("sheets.choose"));
            }
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            try {
                return preview(onDisk(path -> file.transferTo(path), name.isBlank() ? "?" : name));
            } catch (WrongFileException e) {
                return refused(reader, words.inLanguage(e.reason()::in));
            }
        });
    }

    /** Keeps exactly the rows that were shown. */
    @PostMapping
    ModelAndView keep(
            @RequestParam String rows,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(reader.organisation(), () -> {
            try {
                List<ResearchSheet> read =
                        onDisk(path -> Files.writeString(path, rows), "rows").sheets();
                sheets.keep(reader.organisation(), read);
                note(reader, AuditEntry.Action.IMPORTED, read.size());
                redirect.addFlashAttribute("message", words.say("sheets.kept", read.size()));
                return new ModelAndView("redirect:/monitor/sheets");
            } catch (WrongFileException e) {
                return refused(reader, words.inLanguage(e.reason()::in));
            }
        });
    }

    /** Takes all sheets away, for instance when the research is done. */
    @PostMapping("/remove")
    ModelAndView remove(
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(reader.organisation(), () -> {
            int removed = sheets.removeAll();
            note(reader, AuditEntry.Action.REMOVED, removed);
            redirect.addFlashAttribute("message", words.say("sheets.removed", removed));
            return new ModelAndView("redirect:/monitor/sheets");
        });
    }

    private ModelAndView shown(Coordinator reader) {
        List<ResearchSheet> kept = sheets.list();
        return new ModelAndView("monitor/sheets")
                .addObject("sheets", kept)
                .addObject("lines", MonitorTable.of(kept).lines())
                .addObject("mayChange", reader.role() == Role.ADMINISTRATOR);
    }

    private ModelAndView preview(SheetFile file) {
        List<String> there = sheets.list().stream().map(ResearchSheet::sheet).toList();
        return new ModelAndView("monitor/preview")
                .addObject("file", file)
                .addObject("lines", MonitorTable.of(file.sheets()).lines())
                .addObject(
                        "replaced",
                        file.sheets().stream()
                                .map(ResearchSheet::sheet)
                                .filter(there::contains)
                                .toList())
                .addObject("rows", file.asText());
    }

    private ModelAndView refused(Coordinator reader, String problem) {
        ModelAndView page = shown(reader).addObject("problem", problem);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private void note(Coordinator reader, AuditEntry.Action action, int howMany) {
        audit.add(
                reader.organisation(),
                new AuditEntry(
                        Optional.of(reader.account()),
                        action,
                        AuditEntry.Subject.REPORT,
                        "research sheets",
                        Map.of("sheets", Integer.toString(howMany))));
    }

    private static SheetFile onDisk(Filling filling, String name) throws WrongFileException {
        try {
            Path path = Files.createTempFile("sheets", ".tmp");
            try {
                filling.fill(path);
                return SheetFile.read(path, name);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("research sheets " + name, e);
        }
    }

    /** Puts what was sent into a file. */
    private interface Filling {
        void fill(Path path) throws IOException;
    }
}
