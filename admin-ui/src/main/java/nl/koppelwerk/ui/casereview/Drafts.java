package nl.koppelwerk.ui.casereview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.CaseReview;
import nl.koppelwerk.avoidedcost.review.Estimate;
import nl.koppelwerk.avoidedcost.review.ReviewDraft;
import nl.koppelwerk.avoidedcost.review.Timelines;
import nl.koppelwerk.data.cost.CaseReviews;
import nl.koppelwerk.data.cost.ReviewedPair;
import nl.koppelwerk.ui.shell.Coordinator;

/** Drafts of reviews, and what is changed in them. */
final class Drafts {
    private Drafts() {}

    static CaseReviews.KeptDraft fresh(ReviewedPair pair, Coordinator coordinator) {
        ReviewDraft empty = new ReviewDraft(
                pair.pairing(),
                pair.started(),
                pair.until(),
                Timelines.EMPTY,
                List.of(),
                coordinator.name(),
                List.of());
        return new CaseReviews.KeptDraft(empty, 0, Optional.empty());
    }

    static ReviewDraft draftOf(CaseReview review, ReviewedPair pair) {
        Estimate estimate = review.estimate();
        return new ReviewDraft(
                review.pairing(),
                pair.started(),
                pair.until(),
                estimate.timelines(),
                estimate.lines(),
                estimate.estimatedBy(),
                estimate.estimatedWith());
    }

    /** In place of the line with that number, or after the last one. */
    static ReviewDraft with(ReviewDraft draft, int number, CareLine line) {
        List<CareLine> lines = new ArrayList<>(draft.lines());
        if (number < lines.size()) {
            lines.set(number, line);
        } else {
            lines.add(line);
        }
        return lines(draft, lines);
    }

    static ReviewDraft without(ReviewDraft draft, int number) {
        List<CareLine> lines = new ArrayList<>(draft.lines());
        if (number < lines.size()) {
            lines.remove(number);
        }
        return lines(draft, lines);
    }

    private static ReviewDraft lines(ReviewDraft draft, List<CareLine> lines) {
        return new ReviewDraft(
                draft.pairing(),
                draft.started(),
                draft.until(),
                draft.timelines(),
                lines,
                draft.estimatedBy(),
                draft.estimatedWith());
    }

    /** Up to the day on which the pairing ended, or up to today: a draft may have been left for months. */
    static ReviewDraft upToNow(ReviewDraft draft, ReviewedPair pair) {
        return new ReviewDraft(
                draft.pairing(),
                pair.started(),
                pair.until(),
                draft.timelines(),
                draft.lines(),
                draft.estimatedBy(),
                draft.estimatedWith());
    }
}
