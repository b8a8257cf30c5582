package nl.koppelwerk.ui.person;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.person.Likeness;
import nl.koppelwerk.data.person.Merge;
import nl.koppelwerk.ui.person.form.Layout;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which two records become one; the same for families and volunteers. */
public final class MergePage {
    private MergePage() {}

    /**
     * One of the two.
     *
     * @param cells what is known of it, in words
     */
    public record Side(UUID id, String reference, String name, Map<Column, String> cells) {}

    /** A field in which the two differ. */
    public record Difference(String name, String kept, String merged) {}

    /** Pairs that look alike. */
    public static ModelAndView duplicates(String section, List<Likeness> likenesses) {
        return new ModelAndView("person/duplicates")
                .addObject("section", section)
                .addObject("likenesses", likenesses);
    }

    /**
     * Asks which other record it is.
     *
     * @param notFound a number that there is none with
     */
    public static ModelAndView ask(String section, UUID id, String name, String notFound) {
        return new ModelAndView("person/merge-ask")
                .addObject("section", section)
                .addObject("id", id)
                .addObject("name", name)
                .addObject("notFound", notFound);
    }

    /** Shows the two side by side, to choose field by field which of them is right. */
    public static ModelAndView compare(String section, Side into, Side merged, Layout layout, long seen) {
        List<Difference> differences = layout.columns().stream()
                .skip(1)
                .map(column -> new Difference(
                        column.english(),
                        into.cells().getOrDefault(column, ""),
                        merged.cells().getOrDefault(column, "")))
                .filter(difference -> !difference.kept().equals(difference.merged()))
                .toList();
        return new ModelAndView("person/merge")
                .addObject("section", section)
                .addObject("into", into)
                .addObject("merged", merged)
                .addObject("differences", differences)
                .addObject("seen", seen);
    }

    /** Where to go on, with what came of it. */
    public static String told(String section, UUID into, Merge outcome, Words words, RedirectAttributes redirect) {
        switch (outcome) {
            case Merge.Merged merged -> redirect.addFlashAttribute("message", words.say("merge.done"));
            case Merge.Refused(Merge.Reason reason) ->
                redirect.addFlashAttribute("warning", words.say("merge.refused." + reason));
        }
        return outcome instanceof Merge.Refused(Merge.Reason reason) && reason == Merge.Reason.GONE
                ? "redirect:/" + section
                : "redirect:/" + section + "/" + into;
    }
}
