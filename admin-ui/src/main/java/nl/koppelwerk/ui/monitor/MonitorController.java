package nl.koppelwerk.ui.monitor;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.report.Period;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.export.FileKind;
import nl.koppelwerk.data.monitor.MonitorFacts;
import nl.koppelwerk.monitor.Monitor;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The monitor: full numbers, for the organisation itself. Others read published reports, where small numbers are hidden. */
@Controller
@OpenTo({Role.ADMINISTRATOR, Role.COORDINATOR})
class MonitorController {
    private final OrganisationScope scope;
    private final MonitorFacts facts;
    private final Audit audit;
    private final Clock clock;

    MonitorController(OrganisationScope scope, MonitorFacts facts, Audit audit, Clock clock) {
        this.scope = scope;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/monitor")
    ModelAndView page(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable UUID programme,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            Locale locale) {
        Asked asked = Asked.of(from, until, programme, LocalDate.now(clock));
        return scope.reading(reader.organisation(), () -> {
            Optional<Monitor> monitor = asked.period().map(period -> facts.monitor(period, known(asked)));
            ModelAndView page = new ModelAndView("monitor/monitor")
                    .addObject("asked", asked)
                    .addObject("programmes", facts.programmes())
                    .addObject("monitor", monitor.orElse(null))
                    .addObject("pictures", pictures(monitor))
                    .addObject("labels", new Labels(words, locale));
            if (monitor.isEmpty()) {
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            }
            return page;
        });
    }

    private static Map<Monitor.Topic, Bars> pictures(Optional<Monitor> monitor) {
        Map<Monitor.Topic, Bars> pictures = new EnumMap<>(Monitor.Topic.class);
        monitor.ifPresent(found -> found.tables().forEach(table -> pictures.put(table.topic(), new Bars(table))));
        return pictures;
    }

    /** The same figures as a file. */
    @GetMapping("/monitor/figures.{extension:csv|xlsx}")
    void figures(
            @PathVariable String extension,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable UUID programme,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletResponse response) {
        Asked asked = Asked.of(from, until, programme, LocalDate.now(clock));
        Period period = asked.period()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "no period: " + asked));
        FileKind kind = FileKind.valueOf(extension.toUpperCase(Locale.ROOT));
        scope.inside(reader.organisation(), () -> {
            Monitor monitor = facts.monitor(period, known(asked));
            note(reader, period, asked, extension);
            response.setContentType(kind.mediaType());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("monitor-" + period.from() + "-" + period.until() + "." + extension)
                            .build()
                            .toString());
            try {
                MonitorLines.of(monitor, name(asked), words, new Labels(words, locale))
                        .write(kind, response.getOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException("monitor to a browser", e);
            }
        });
    }

    private Optional<String> name(Asked asked) {
        return asked.programme()
                .flatMap(wanted -> facts.programmes().stream()
                        .filter(choice -> choice.id().equals(wanted))
                        .map(MonitorFacts.Choice::name)
                        .findFirst());
    }

    private Optional<UUID> known(Asked asked) {
        List<UUID> there =
                facts.programmes().stream().map(MonitorFacts.Choice::id).toList();
        if (!there.containsAll(asked.programme().stream().toList())) {
            throw new UnknownPage();
        }
        return asked.programme();
    }

    private void note(Coordinator reader, Period period, Asked asked, String extension) {
        Map<String, String> detail = new TreeMap<>(Map.of("from", period.from().toString()));
        detail.put("until", period.until().toString());
        detail.put("file", extension);
        asked.programme().ifPresent(programme -> detail.put("programme", programme.toString()));
        audit.add(
                reader.organisation(),
                new AuditEntry(
                        Optional.of(reader.account()),
                        AuditEntry.Action.EXPORTED,
                        AuditEntry.Subject.REPORT,
                        "monitor",
                        detail));
    }
}
