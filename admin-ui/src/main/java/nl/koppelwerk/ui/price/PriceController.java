package nl.koppelwerk.ui.price;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.price.PublishedPrices;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cost.CarePrices;
import nl.koppelwerk.data.cost.PriceFile;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.format.WrongFileException;
import nl.koppelwerk.data.imports.row.CellText;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The price lists of the municipalities that the organisation works for. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
@RequestMapping("/prices")
class PriceController {
    private static final int LONGEST_SOURCE = 200;

    private final OrganisationScope scope;
    private final PriceListPage page;
    private final CarePrices prices;
    private final Audit audit;

    PriceController(OrganisationScope scope, PriceListPage page, CarePrices prices, Audit audit) {
        this.scope = scope;
        this.page = page;
        this.prices = prices;
        this.audit = audit;
    }

    @GetMapping
    @OpenTo({Role.ADMINISTRATOR, Role.COORDINATOR})
    ModelAndView list(
            @RequestParam(required = false) @Nullable String municipality,
            @AuthenticationPrincipal Coordinator reader) {
        return scope.reading(reader.organisation(), () -> {
            List<String> municipalities = prices.municipalities();
            Optional<String> chosen = municipality == null
                    ? municipalities.stream().findFirst()
                    : Optional.of(known(municipality, municipalities));
            return page.of(chosen, reader.role() == Role.ADMINISTRATOR);
        });
    }

    /** Shows what the file would change, before anything is changed. */
    @PostMapping("/preview")
    ModelAndView preview(
            @RequestParam String municipality,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words) {
        return scope.reading(reader.organisation(), () -> {
            known(municipality, prices.municipalities());
            if (file == null || file.isEmpty()) {
                return refused(municipality, words.say("prices.file.choose"));
            }
            try {
                return preview(municipality, read(file));
            } catch (WrongFileException e) {
                return refused(municipality, words.inLanguage(e.reason()::in));
            }
        });
    }

    /** The prices that the municipalities below published, for where the own contracts are not known yet. */
    @PostMapping("/published")
    ModelAndView published(@RequestParam String municipality, @AuthenticationPrincipal Coordinator reader) {
        return scope.reading(reader.organisation(), () -> {
            known(municipality, prices.municipalities());
            return preview(municipality, new PriceFile(PublishedPrices.all(), List.of()));
        });
    }

    /** Takes over exactly what was shown; if the list has changed since, it is shown again. */
    @PostMapping
    ModelAndView keep(
            @RequestParam String municipality,
            @RequestParam String rows,
            @RequestParam String seen,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(reader.organisation(), () -> {
            known(municipality, prices.municipalities());
            PriceFile file = again(rows);
            if (!seen.equals(fingerprint(prices.list(municipality)))) {
                return preview(municipality, file).addObject("warning", words.say("prices.changedMeanwhile"));
            }
            prices.keep(reader.organisation(), municipality, file.prices());
            audit.add(
                    reader.organisation(),
                    new AuditEntry(
                            Optional.of(reader.account()),
                            AuditEntry.Action.IMPORTED,
                            AuditEntry.Subject.PRICE,
                            municipality,
                            Map.of("prices", Integer.toString(file.prices().size()))));
            redirect.addFlashAttribute(
                    "message", words.say("prices.kept", file.prices().size()));
            redirect.addAttribute("municipality", municipality);
            return new ModelAndView("redirect:/prices");
        });
    }

    /** How high prices were in a year, so that prices of several years can be added up. */
    @PostMapping("/levels")
    ModelAndView keepLevel(
            @RequestParam String municipality,
            @RequestParam String year,
            @RequestParam String level,
            @RequestParam String source,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(reader.organisation(), () -> {
            known(municipality, prices.municipalities());
            String plain = level.strip().replace(',', '.');
            if (!year.matches("20[0-9]{2}")
                    || !isLevel(plain)
                    || source.isBlank()
                    || source.length() > LONGEST_SOURCE) {
                return refused(municipality, "").addObject("levelProblem", words.say("levels.problem"));
            }
            prices.keep(
                    reader.organisation(),
                    new CarePrices.Level(
                            Integer.parseInt(year), new BigDecimal(plain), CellText.storable(source.strip())));
            audit.add(
                    reader.organisation(),
                    new AuditEntry(
                            Optional.of(reader.account()),
                            AuditEntry.Action.CHANGED,
                            AuditEntry.Subject.PRICE,
                            "level " + year,
                            Map.of("level", plain)));
            redirect.addFlashAttribute("message", words.say("levels.kept", year));
            redirect.addAttribute("municipality", municipality);
            return new ModelAndView("redirect:/prices");
        });
    }

    /** More than nothing, or all prices would become nothing. */
    private static boolean isLevel(String text) {
        return text.matches("[0-9]{1,6}(\\.[0-9]{1,3})?") && new BigDecimal(text).signum() > 0;
    }

    private ModelAndView preview(String municipality, PriceFile file) {
        List<UnitPrice> present = prices.list(municipality);
        return new ModelAndView("price/preview")
                .addObject("municipality", municipality)
                .addObject("preview", PricePreview.of(present, file))
                .addObject("rows", file.asText())
                .addObject("seen", fingerprint(present));
    }

    private ModelAndView refused(String municipality, String problem) {
        return page.refused(municipality).addObject("problem", problem.isEmpty() ? null : problem);
    }

    private static String fingerprint(List<UnitPrice> prices) {
        return Integer.toHexString(prices.hashCode());
    }

    private static String known(String municipality, List<String> municipalities) {
        if (!municipalities.contains(municipality)) {
            throw new UnknownPage();
        }
        return municipality;
    }

    private static PriceFile read(MultipartFile file) throws WrongFileException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return onDisk(path -> file.transferTo(path), name.isBlank() ? "?" : name);
    }

    private static PriceFile again(String rows) {
        try {
            return onDisk(path -> Files.writeString(path, rows), "rows");
        } catch (WrongFileException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the rows of a preview are no price list", e);
        }
    }

    private static PriceFile onDisk(Filling filling, String name) throws WrongFileException {
        try {
            Path path = Files.createTempFile("prices", ".tmp");
            try {
                filling.fill(path);
                return PriceFile.read(path, name);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("price list " + name, e);
        }
    }

    /** Puts what was sent into a file. */
    private interface Filling {
        void fill(Path path) throws IOException;
    }
}
