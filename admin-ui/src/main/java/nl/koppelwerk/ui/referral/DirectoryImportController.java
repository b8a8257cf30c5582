package nl.koppelwerk.ui.referral;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.referral.Directory;
import nl.koppelwerk.data.referral.Hsds;
import nl.koppelwerk.data.referral.KeptServices;
import nl.koppelwerk.domain.programme.Need;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reads a directory of somebody else, after a preview that travels with the page as a packed text. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
class DirectoryImportController {
    private static final int MOST_BYTES = 10 << 20;
    private static final int MOST_PROBLEMS = 20;

    private final ReferralDesk desk;

    DirectoryImportController(ReferralDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/services/preview")
    ModelAndView preview(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words) {
        return desk.inside(reader, () -> {
            if (file == null || file.isEmpty()) {
                return refused(words, words.say("service.wrong.choose"), List.of());
            }
            if (file.getSize() > MOST_BYTES) {
                return refused(words, words.say("service.wrong.large"), List.of());
            }
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "?");
            String text = text(file);
            return switch (Hsds.read(name, text)) {
                case Directory.Read read ->
                    Packed.of(text)
                            .map(packed -> preview(read, packed))
                            .orElseGet(() -> refused(words, words.say("service.wrong.large"), List.of()));
                case Directory.Wrong wrong ->
                    refused(
                            words,
                            words.say("service.wrong.file", name),
                            wrong.problems().stream()
                                    .limit(MOST_PROBLEMS)
                                    .map(problem -> words.inLanguage(problem::in))
                                    .toList());
            };
        });
    }

    /** Who loads the page again begins again. */
    @GetMapping("/services/preview")
    String again() {
        return "redirect:/services";
    }

    private ModelAndView preview(Directory.Read read, Packed packed) {
        return new ModelAndView("referral/preview")
                .addObject("preview", desk.kept().services().preview(read))
                .addObject("unknown", List.copyOf(read.unknown()))
                .addObject(
                        "without",
                        read.entries().stream()
                                .filter(entry -> entry.service().needs().isEmpty())
                                .count())
                .addObject("content", packed.text())
                .addObject("seen", fingerprint());
    }

    private String fingerprint() {
        return Integer.toHexString(Hsds.write(desk.kept().services().list()).hashCode());
    }

    private static String text(MultipartFile file) {
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("directory " + file.getOriginalFilename(), e);
        }
    }

    private ModelAndView refused(Words words, String problem, List<String> problems) {
        List<nl.koppelwerk.referral.Service> all = desk.kept().services().services();
        ModelAndView page = new ModelAndView("referral/directory", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("wanted", new Wanted("", Optional.empty(), "", Optional.empty()))
                .addObject(
                        "services",
                        all.stream().map(one -> ServiceLine.of(one, words)).toList())
                .addObject("total", all.size())
                .addObject("needs", Need.values())
                .addObject("tongues", ServiceLine.languages(all))
                .addObject("areas", ServiceLine.areas(all))
                .addObject("mayRead", true)
                .addObject("problem", problem);
        return problems.isEmpty() ? page : page.addObject("problems", problems);
    }

    /** Takes over exactly what was shown; if the directory has changed since, it is shown again. */
    @PostMapping("/services")
    ModelAndView keep(
            @RequestParam String content,
            @RequestParam String seen,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return desk.inside(reader, () -> {
            Packed packed = new Packed(content);
            Optional<Directory.Read> read = packed.unpacked()
                    .map(text -> Hsds.read("", text))
                    .filter(Directory.Read.class::isInstance)
                    .map(Directory.Read.class::cast);
            if (read.isEmpty()) {
                redirect.addFlashAttribute("warning", words.say("service.wrong.choose"));
                return new ModelAndView("redirect:/services");
            }
            if (!seen.equals(fingerprint())) {
                return preview(read.get(), packed).addObject("warning", words.say("service.changed"));
            }
            KeptServices.Saved saved = desk.kept().services().save(reader.organisation(), read.get());
            desk.audit()
                    .add(
                            reader.organisation(),
                            new AuditEntry(
                                    Optional.of(reader.account()),
                                    AuditEntry.Action.IMPORTED,
                                    AuditEntry.Subject.SERVICE,
                                    "services",
                                    Map.of(
                                            "added", Integer.toString(saved.added()),
                                            "changed", Integer.toString(saved.changed()))));
            redirect.addFlashAttribute("message", words.say("service.kept", saved.added(), saved.changed()));
            return new ModelAndView("redirect:/services");
        });
    }
}
