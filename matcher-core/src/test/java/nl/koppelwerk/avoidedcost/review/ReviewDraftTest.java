package nl.koppelwerk.avoidedcost.review;

import static nl.koppelwerk.avoidedcost.Cases.MARCH;
import static nl.koppelwerk.avoidedcost.Cases.STAY;
import static nl.koppelwerk.avoidedcost.Cases.WORDS;
import static nl.koppelwerk.avoidedcost.Cases.line;
import static nl.koppelwerk.avoidedcost.Cases.review;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.review.ReviewDraft.Fixing.Fixed;
import nl.koppelwerk.avoidedcost.review.ReviewDraft.Fixing.Unfinished;
import nl.koppelwerk.avoidedcost.review.ReviewDraft.Missing;
import nl.koppelwerk.domain.pairing.PairingId;
import org.junit.jupiter.api.Test;

class ReviewDraftTest {
    @Test
    void aHalfFinishedReviewSaysWhatIsMissing() {
        ReviewDraft draft = draft(Timelines.EMPTY, "", line(STAY, 2022, "3", "1"), line(STAY, 2022, "5", "1"));

        assertThat(((Unfinished) draft.fix(MARCH)).missing())
                .containsExactlyInAnyOrder(
                        Missing.TIMELINES_IN_WORDS,
                        Missing.WHO_ESTIMATED,
                        Missing.LINES_BEFORE_THE_START,
                        Missing.LINES_TWICE);
    }

    @Test
    void aFinishedReviewIsFixedAsItWas() {
        CareLine line = line(STAY, 2025, "3", "1");

        CaseReview review = ((Fixed) draft(WORDS, "coordinator", line).fix(MARCH)).review();

        assertThat(review.estimate().lines()).containsExactly(line);
        assertThat(review.fixedAt()).isEqualTo(MARCH);
    }

    @Test
    void aLaterChangeIsKeptWithItsReason() {
        CaseReview review = review(1, line(STAY, 2025, "3", "1"));
        Estimate lower = review.estimate().withLines(List.of(line(STAY, 2025, "2", "1")));

        CaseReview revised =
                review.revise(lower, "tweede", "plaatsing was al afgezegd", MARCH.plus(Duration.ofDays(9)));

        assertThat(revised.estimate()).isEqualTo(lower);
        assertThat(revised.earlier()).singleElement().satisfies(revision -> {
            assertThat(revision.replaced()).isEqualTo(review.estimate());
            assertThat(revision.reason()).isEqualTo("plaatsing was al afgezegd");
        });
    }

    @Test
    void aChangeWithoutReasonIsRefused() {
        CaseReview review = review(1, line(STAY, 2025, "3", "1"));

        assertThatThrownBy(() -> review.revise(review.estimate(), "tweede", " ", MARCH))
                .hasMessageContaining("needs a reason");
    }

    @Test
    void aRangeRunsFromLowToHigh() {
        assertThatThrownBy(() -> QuantityRange.of("3", "2", "7")).hasMessageContaining("not a range");
    }

    private static ReviewDraft draft(Timelines timelines, String by, CareLine... lines) {
        return new ReviewDraft(
                new PairingId(new UUID(4, 2)),
                LocalDate.of(2024, 5, 1),
                LocalDate.of(2025, 7, 1),
                timelines,
                List.of(lines),
                by,
                List.of());
    }
}
