package nl.koppelwerk.ui.casereview;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.avoidedcost.review.ReviewDraft;
import nl.koppelwerk.avoidedcost.review.Timelines;
import nl.koppelwerk.data.imports.row.CellText;
import org.jspecify.annotations.Nullable;

/** The two timelines in words and who drew them, as typed. */
record WordsForm(
        String before, String expectedWithout, String happened, String estimatedBy, String estimatedWith, int seen) {

    private static final int LONGEST = 4_000;

    WordsForm {
        before = storable(before);
        expectedWithout = storable(expectedWithout);
        happened = storable(happened);
        estimatedBy = storable(estimatedBy);
        estimatedWith = storable(estimatedWith);
    }

    /** What was not sent at all is empty, and what no database keeps is left out. */
    private static String storable(@Nullable String text) {
        return text == null ? "" : CellText.storable(text);
    }

    /** Whether nothing is longer than the page lets people type. */
    boolean fits() {
        return Stream.of(before, expectedWithout, happened).allMatch(text -> text.length() <= LONGEST)
                && estimatedBy.length() + estimatedWith.length() <= LONGEST;
    }

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
