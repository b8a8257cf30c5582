package nl.koppelwerk.ui.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.report.Period;
import nl.koppelwerk.data.cost.ReportMaking;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.ui.report.content.Content;
import nl.koppelwerk.ui.report.content.Edition;
import nl.koppelwerk.ui.report.file.FileKind;
import nl.koppelwerk.ui.report.file.ReportFiles;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** A report as a file, for whoever may read it as a page. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
@RequestMapping("/reports")
class ReportFileController {
    private final OrganisationScope scope;
    private final ReportShelf shelf;
    private final ReportMaking making;
    private final ReportFiles files;

    ReportFileController(OrganisationScope scope, ReportShelf shelf, ReportMaking making, ReportFiles files) {
        this.scope = scope;
        this.shelf = shelf;
        this.making = making;
        this.files = files;
    }

    /** Where a report can be taken from as a file of one kind. */
    record Link(FileKind kind, String href) {}

    static List<Link> links(Edition edition) {
        return Arrays.stream(FileKind.values())
                .map(kind -> new Link(kind, href(edition, kind)))
                .toList();
    }

    private static String href(Edition edition, FileKind kind) {
        String municipality = edition.report().municipality();
        Period period = edition.report().period();
        return edition.published()
                .map(published -> UriComponentsBuilder.fromPath("/reports")
                        .pathSegment(municipality, Integer.toString(published.number()), "report." + kind.extension()))
                .orElseGet(() -> UriComponentsBuilder.fromPath("/reports/draft/report." + kind.extension())
                        .queryParam("municipality", municipality)
                        .queryParam("from", period.from())
                        .queryParam("until", period.until()))
                .encode()
                .toUriString();
    }

    @GetMapping("/{municipality}/{number:[0-9]{1,6}}/report.{extension:pdf|xlsx|csv}")
    @OpenTo({Role.ADMINISTRATOR, Role.MUNICIPAL_READER})
    ResponseEntity<byte[]> published(
            @PathVariable String municipality,
            @PathVariable int number,
            @PathVariable String extension,
            @ModelAttribute("words") Words words,
            @AuthenticationPrincipal Coordinator reader) {
        FileKind kind = kind(extension);
        Edition edition = scope.inside(reader.organisation(), () -> shelf.take(reader, municipality, number, kind));
        return file(edition, kind, words);
    }

    /** As it would be; every file says that it is a draft. */
    @GetMapping("/draft/report.{extension:pdf|xlsx|csv}")
    ResponseEntity<byte[]> draft(
            @PathVariable String extension,
            @RequestParam String municipality,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @ModelAttribute("words") Words words,
            @AuthenticationPrincipal Coordinator reader) {
        FileKind kind = kind(extension);
        if (until.isBefore(from)) {
            throw new UnknownPage();
        }
        Optional<Edition> edition = scope.inside(reader.organisation(), () -> {
            shelf.requireMunicipality(reader, municipality);
            return switch (making.make(municipality, new Period(from, until))) {
                case ReportMaking.Outcome.Made(var made) -> Optional.of(shelf.take(reader, made, kind));
                case ReportMaking.Outcome.Incomplete _ -> Optional.empty();
            };
        });
        return file(edition.orElseThrow(UnknownPage::new), kind, words);
    }

    private static FileKind kind(String extension) {
        return FileKind.find(extension).orElseThrow(UnknownPage::new);
    }

    private ResponseEntity<byte[]> file(Edition edition, FileKind kind, Words words) {
        return ResponseEntity.ok()
                .contentType(kind.mediaType())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(edition.fileName() + "." + kind.extension())
                                .build()
                                .toString())
                .body(files.write(kind, Content.of(edition, words), words));
    }
}
