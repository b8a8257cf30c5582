package nl.koppelwerk.ui.person.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.format.Sentence;
import nl.koppelwerk.data.history.Change;
import nl.koppelwerk.data.imports.ImportOutcome;
import nl.koppelwerk.data.imports.ImportViews;
import nl.koppelwerk.data.imports.Preview;
import nl.koppelwerk.data.imports.Previewing;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Offering a file, looking at what it would change, and agreeing. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/imports")
class ImportController {
    private static final int MOST_FILES = 50;
    private static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final Desk desk;
    private final Previewing previewing;
    private final ImportViews imports;

    ImportController(Desk desk, Previewing previewing, ImportViews imports) {
        this.desk = desk;
        this.previewing = previewing;
        this.imports = imports;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal Coordinator coordinator) {
        return desk.inside(
                coordinator,
                () -> new ModelAndView("person/imports/list").addObject("files", imports.list(MOST_FILES)));
    }

    @PostMapping
    ModelAndView offer(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale) {
        if (file == null || file.isEmpty()) {
            return refused(coordinator, words.say("imports.choose"));
        }
        OrganisationId organisation = coordinator.organisation();
        return switch (previewing.offer(organisation, coordinator.account(), name(file), content(file))) {
            case Previewing.Answer.Look(UUID preview) -> new ModelAndView("redirect:/imports/" + preview);
            case Previewing.Answer.LookAgain(UUID preview) -> new ModelAndView("redirect:/imports/" + preview);
            case Previewing.Answer.Refused(Sentence reason) -> refused(coordinator, reason.in(locale));
            case Previewing.Answer.Done(ImportOutcome.Imported outcome) -> throw new UnknownPage();
            case Previewing.Answer.Gone gone -> throw new UnknownPage();
        };
    }

    private ModelAndView refused(Coordinator coordinator, String problem) {
        ModelAndView page = list(coordinator).addObject("problem", problem);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Browsers on Windows once sent whole paths. */
    private static String name(MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll(".*[/\\\\]", "");
        return name.isBlank() ? "?" : name.length() > 200 ? name.substring(0, 200) : name;
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was offered", e);
        }
    }

    @GetMapping(ONE)
    ModelAndView look(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words) {
        Preview preview = previewing
                .find(coordinator.organisation(), coordinator.account(), id)
                .orElseThrow(UnknownPage::new);
        Map<String, List<Change>> byReference = preview.rehearsal().changes().stream()
                .filter(change -> change.field().isPresent())
                .collect(Collectors.groupingBy(Change::reference, LinkedHashMap::new, Collectors.toList()));
        return desk.inside(
                coordinator,
                () -> new ModelAndView("person/imports/preview")
                        .addObject("preview", preview)
                        .addObject("outcome", preview.rehearsal().outcome())
                        .addObject(
                                "added",
                                preview.rehearsal().changes().stream()
                                        .filter(change -> change.field().isEmpty())
                                        .toList())
                        .addObject("changed", byReference)
                        .addObject("said", desk.changeWords(words)));
    }

    @PostMapping(ONE + "/confirm")
    ModelAndView confirm(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect) {
        return switch (previewing.confirm(coordinator.organisation(), coordinator.account(), id)) {
            case Previewing.Answer.Done(ImportOutcome.Imported outcome) -> {
                redirect.addFlashAttribute(
                        "message", words.say("imports.done", outcome.added(), outcome.changed(), outcome.rejected()));
                yield new ModelAndView("redirect:/imports");
            }
            case Previewing.Answer.LookAgain(UUID preview) -> {
                redirect.addFlashAttribute("warning", words.say("imports.again"));
                yield new ModelAndView("redirect:/imports/" + preview);
            }
            case Previewing.Answer.Look(UUID preview) -> new ModelAndView("redirect:/imports/" + preview);
            case Previewing.Answer.Refused(Sentence reason) -> refused(coordinator, reason.in(locale));
            case Previewing.Answer.Gone gone -> {
                redirect.addFlashAttribute("warning", words.say("imports.gone"));
                yield new ModelAndView("redirect:/imports");
            }
        };
    }

    @PostMapping(ONE + "/cancel")
    String cancel(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        previewing.cancel(coordinator.organisation(), coordinator.account(), id);
        redirect.addFlashAttribute("message", words.say("imports.cancelled"));
        return "redirect:/imports";
    }

    @GetMapping(ONE + "/refused.csv")
    ResponseEntity<byte[]> refusedRows(@PathVariable UUID id, @AuthenticationPrincipal Coordinator coordinator) {
        Optional<byte[]> waiting = previewing.refusedRows(coordinator.organisation(), coordinator.account(), id);
        byte[] rows = waiting.or(() -> desk.inside(coordinator, () -> imports.refusedRows(id))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(UnknownPage::new);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("afgewezen.csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(rows);
    }
}
