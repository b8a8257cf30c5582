package nl.koppelwerk.ui.casereview;

import java.util.Arrays;
import java.util.List;
import nl.koppelwerk.avoidedcost.review.ReviewDraft;
import nl.koppelwerk.avoidedcost.review.Timelines;

/** The two timelines in words and who drew them, as typed. */
record WordsForm(
        String before, String expectedWithout, String happened, String estimatedBy, String estimatedWith, int seen) {

    ReviewDraft in(ReviewDraft draft) {
        List<String> with = Arrays.stream(estimatedWith.split("[,;\\n]", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return new ReviewDraft(
                draft.pairing(),
                draft.started(),
                draft.until(),
                new Timelines(before.strip(), expectedWithout.strip(), happened.strip()),
                draft.lines(),
                estimatedBy.strip(),
                with);
    }
}
