package nl.koppelwerk.data.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.review.Beneficiary;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.CaseReview;
import nl.koppelwerk.avoidedcost.review.Estimate;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;
import nl.koppelwerk.avoidedcost.review.QuantityRange;
import nl.koppelwerk.avoidedcost.review.Reductions;
import nl.koppelwerk.avoidedcost.review.ReviewDraft;
import nl.koppelwerk.avoidedcost.review.Share;
import nl.koppelwerk.avoidedcost.review.Timelines;
import nl.koppelwerk.domain.pairing.PairingId;
import tools.jackson.databind.json.JsonMapper;

/** A draft or a fixed review as it is written down; its own shape, so that the domain can change and old rows stay readable. */
record ReviewContent(
        LocalDate started,
        LocalDate until,
        String before,
        String expectedWithout,
        String happened,
        List<Line> lines,
        String estimatedBy,
        List<String> estimatedWith) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One line of care. */
    record Line(
            String category,
            String code,
            int year,
            int child,
            Range reference,
            Range actual,
            boolean measuredAfterEnd,
            EvidenceGrade evidence,
            Share deadweight,
            Share attribution,
            Share displacement,
            Share dropOff) {
        static Line of(CareLine line) {
            return new Line(
                    line.product().category(),
                    line.product().code(),
                    line.year(),
                    line.beneficiary().child(),
                    Range.of(line.reference()),
                    Range.of(line.actual()),
                    line.measuredAfterEnd(),
                    line.evidence(),
                    line.reductions().deadweight(),
                    line.reductions().attribution(),
                    line.reductions().displacement(),
                    line.reductions().dropOffPerYear());
        }

        CareLine line() {
            return new CareLine(
                    new Product(category, code),
                    year,
                    new Beneficiary(child),
                    reference.range(),
                    actual.range(),
                    measuredAfterEnd,
                    evidence,
                    new Reductions(deadweight, attribution, displacement, dropOff));
        }
    }

    /** Quantities, in units of the product. */
    record Range(BigDecimal low, BigDecimal likely, BigDecimal high) {
        static Range of(QuantityRange range) {
            return new Range(range.low(), range.likely(), range.high());
        }

        QuantityRange range() {
            return new QuantityRange(low, likely, high);
        }
    }

    static ReviewContent of(ReviewDraft draft) {
        return of(
                draft.started(),
                draft.until(),
                draft.timelines(),
                draft.lines(),
                draft.estimatedBy(),
                draft.estimatedWith());
    }

    static ReviewContent of(CaseReview review) {
        Estimate estimate = review.estimate();
        return of(
                review.started(),
                review.until(),
                estimate.timelines(),
                estimate.lines(),
                estimate.estimatedBy(),
                estimate.estimatedWith());
    }

    private static ReviewContent of(
            LocalDate started,
            LocalDate until,
            Timelines words,
            List<CareLine> lines,
            String estimatedBy,
            List<String> estimatedWith) {
        return new ReviewContent(
                started,
                until,
                words.before(),
                words.expectedWithout(),
                words.happened(),
                lines.stream().map(Line::of).toList(),
                estimatedBy,
                estimatedWith);
    }

    static ReviewContent read(String json) {
        return JSON.readValue(json, ReviewContent.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    ReviewDraft draft(PairingId pairing) {
        return new ReviewDraft(pairing, started, until, timelines(), careLines(), estimatedBy, estimatedWith);
    }

    Estimate estimate() {
        return new Estimate(timelines(), careLines(), estimatedBy, estimatedWith);
    }

    private Timelines timelines() {
        return new Timelines(before, expectedWithout, happened);
    }

    private List<CareLine> careLines() {
        return lines.stream().map(Line::line).toList();
    }
}
