package nl.koppelwerk.ui.person.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.audit.AuditEntry.Subject;
import nl.koppelwerk.data.imports.row.Dates;
import nl.koppelwerk.data.intake.Question;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.IntakeWords;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * The intake of one family as a file: whole, for the family itself (GDPR, articles 15 and 20), and for the next helper once the
 * family said that this is good, without what is only there because the family brought it up.
 */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/families/{id:[0-9a-f-]{36}}/intake")
class IntakeFileController {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 100;

    private final Desk desk;
    private final IntakeDesk intake;
    private final Families families;

    IntakeFileController(Desk desk, IntakeDesk intake, Families families) {
        this.desk = desk;
        this.intake = intake;
        this.families = families;
    }

    @GetMapping("/file.html")
    ModelAndView toRead(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletResponse response) {
        return desk.inside(coordinator, () -> {
            Family family = get(id);
            note(coordinator, id, Map.of("what", "intake", "for", "FAMILY"));
            return file(family, lines(family, true, words, locale), response).addObject("helper", "");
        });
    }

    @GetMapping("/file.json")
    ResponseEntity<String> forPrograms(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale) {
        return desk.inside(coordinator, () -> {
            Family family = get(id);
            note(coordinator, id, Map.of("what", "intake", "for", "FAMILY"));
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("family", family.reference());
            all.put("intake", lines(family, true, words, locale));
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"intake.json\"")
                    .body(JSON.writeValueAsString(all));
        });
    }

    /**
     * @param helper for whom, in words; on the file, not in the audit log
     * @param on the day on which the family said that this is good
     */
    @PostMapping("/file")
    ModelAndView forTheNextHelper(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String helper,
            @RequestParam(defaultValue = "") String on,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Locale locale,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Optional<LocalDate> agreed = Dates.find(on)
                .filter(day -> !day.isAfter(LocalDate.ofInstant(desk.moment(), ZoneId.of("Europe/Amsterdam"))));
        return desk.inside(coordinator, () -> {
            Family family = get(id);
            boolean withdrawn = intake.withdrawn(family.id());
            if (withdrawn || agreed.isEmpty() || helper.isBlank() || helper.length() > LONGEST) {
                redirect.addFlashAttribute(
                        "warning", words.say(withdrawn ? "intake.file.withdrawn" : "intake.file.wrong"));
                return new ModelAndView("redirect:/families/" + id + "/intake");
            }
            note(
                    coordinator,
                    id,
                    Map.of(
                            "what",
                            "intake",
                            "for",
                            "HELPER",
                            "agreed_on",
                            agreed.get().toString()));
            return file(family, lines(family, false, words, locale), response)
                    .addObject("helper", helper.strip())
                    .addObject("agreed", agreed.get());
        });
    }

    private static ModelAndView file(Family family, List<IntakeWords.Line> lines, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"intake.html\"");
        return new ModelAndView("person/intake/file")
                .addObject("family", family)
                .addObject("lines", lines);
    }

    /** Questions of all programmes, as a family may have answered for one that it asks nothing of now. */
    private List<IntakeWords.Line> lines(Family family, boolean whole, Words words, Locale locale) {
        Map<String, String> answers = intake.intakes().shown(family.id());
        List<Question> questions = intake.allQuestions();
        if (!whole) {
            questions.stream().filter(question -> !question.asked()).forEach(one -> answers.remove(one.key()));
        }
        return new IntakeWords(words, locale.getLanguage()).said(questions, answers);
    }

    private void note(Coordinator coordinator, UUID id, Map<String, String> detail) {
        desk.note(coordinator, Action.EXPORTED, Subject.FAMILY, id.toString(), detail);
    }

    private Family get(UUID id) {
        return families.find(new FamilyId(id)).orElseThrow(UnknownPage::new);
    }
}
