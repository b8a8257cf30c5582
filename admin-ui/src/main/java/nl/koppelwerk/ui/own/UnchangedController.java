package nl.koppelwerk.ui.own;

import nl.koppelwerk.data.own.Questions;
import nl.koppelwerk.ui.shell.OpenTo;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * "Nothing has changed", one tap from the mail. The page shows a button and nothing of anybody, the same for a link that
 * nobody was sent; only the button answers.
 */
@Controller
@OpenTo({})
class UnchangedController {
    private static final String PAGE = "own/unchanged";

    private final Questions questions;
    private final OwnDesk desk;

    UnchangedController(Questions questions, OwnDesk desk) {
        this.questions = questions;
        this.desk = desk;
    }

    @GetMapping("/own/unchanged")
    ModelAndView ask(@RequestParam(defaultValue = "") String question) {
        return new ModelAndView(PAGE).addObject("question", question);
    }

    @PostMapping("/own/unchanged")
    ModelAndView confirm(@RequestParam(defaultValue = "") String question) {
        return questions.answer(question, desk::confirm).isPresent()
                ? new ModelAndView(PAGE).addObject("done", true)
                : new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT).addObject("over", true);
    }
}
