package nl.koppelwerk.ui.household;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.data.household.OwnIntake;
import nl.koppelwerk.ui.shell.IntakeWords;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** What a family told at its intake, to take along from its own page; who brought the family does not get it. */
@Controller
@OpenTo({})
class OwnIntakeController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OwnIntake intake;

    OwnIntakeController(OwnIntake intake) {
        this.intake = intake;
    }

    @GetMapping("/help/standing/intake.html")
    ModelAndView toRead(
            @RequestParam(defaultValue = "") String key,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletResponse response) {
        List<IntakeWords.Line> lines = lines(key, words, locale);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"koppelwerk.html\"");
        return new ModelAndView("household/intake").addObject("lines", lines);
    }

    @GetMapping("/help/standing/intake.json")
    ResponseEntity<String> forPrograms(
            @RequestParam(defaultValue = "") String key, @ModelAttribute("words") Words words, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"koppelwerk.json\"")
                .body(JSON.writeValueAsString(lines(key, words, locale)));
    }

    private List<IntakeWords.Line> lines(String key, Words words, Locale locale) {
        return (HouseholdPage.right(key) ? intake.find(key) : Optional.<OwnIntake.Told>empty())
                .map(told -> new IntakeWords(words, locale.getLanguage()).said(told.questions(), told.answers()))
                .orElseThrow(UnknownPage::new);
    }
}
