package nl.koppelwerk.ui.casereview;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.avoidedcost.review.Beneficiary;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;
import nl.koppelwerk.avoidedcost.review.QuantityRange;
import nl.koppelwerk.avoidedcost.review.Reductions;
import nl.koppelwerk.avoidedcost.review.Share;
import nl.koppelwerk.data.cost.ReviewedPair;
import org.jspecify.annotations.Nullable;

/** One line of care as it is typed: text until it is looked at, so that nothing typed is lost. */
record LineForm(
        String product,
        String year,
        int child,
        String withoutLow,
        String withoutLikely,
        String withoutHigh,
        String actualLow,
        String actualLikely,
        String actualHigh,
        Boolean measuredAfterEnd,
        EvidenceGrade evidence,
        Share deadweight,
        Share attribution,
        Share displacement,
        Share dropOff) {

    /** What was not sent at all, as a box that is not ticked: nothing typed, and the most careful choice. */
    LineForm(
            @Nullable String product,
            @Nullable String year,
            int child,
            @Nullable String withoutLow,
            @Nullable String withoutLikely,
            @Nullable String withoutHigh,
            @Nullable String actualLow,
            @Nullable String actualLikely,
            @Nullable String actualHigh,
            @Nullable Boolean measuredAfterEnd,
            @Nullable EvidenceGrade evidence,
            @Nullable Share deadweight,
            @Nullable Share attribution,
            @Nullable Share displacement,
            @Nullable Share dropOff) {
        this.product = typed(product);
        this.year = typed(year);
        this.child = child;
        this.withoutLow = typed(withoutLow);
        this.withoutLikely = typed(withoutLikely);
        this.withoutHigh = typed(withoutHigh);
        this.actualLow = typed(actualLow);
        this.actualLikely = typed(actualLikely);
        this.actualHigh = typed(actualHigh);
        this.measuredAfterEnd = Boolean.TRUE.equals(measuredAfterEnd);
        this.evidence = Objects.requireNonNullElse(evidence, EvidenceGrade.COORDINATORS_ESTIMATE);
        this.deadweight = Objects.requireNonNullElse(deadweight, Share.ALL);
        this.attribution = Objects.requireNonNullElse(attribution, Share.ALL);
        this.displacement = Objects.requireNonNullElse(displacement, Share.ALL);
        this.dropOff = Objects.requireNonNullElse(dropOff, Share.ALL);
    }

    private static String typed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static LineForm blank(int year) {
        return new LineForm(
                "",
                Integer.toString(year),
                0,
                "",
                "",
                "",
                "",
                "",
                "",
                false,
                EvidenceGrade.COORDINATORS_ESTIMATE,
                Share.QUARTER,
                Share.QUARTER,
                Share.NONE,
                Share.NONE);
    }

    /** A line as it was typed before, to change it. */
    static LineForm of(CareLine line) {
        return new LineForm(
                line.product().toString(),
                Integer.toString(line.year()),
                line.beneficiary().child(),
                plain(line.reference().low()),
                plain(line.reference().likely()),
                plain(line.reference().high()),
                plain(line.actual().low()),
                plain(line.actual().likely()),
                plain(line.actual().high()),
                line.measuredAfterEnd(),
                line.evidence(),
                line.reductions().deadweight(),
                line.reductions().attribution(),
                line.reductions().displacement(),
                line.reductions().dropOffPerYear());
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** Field to message for all that is wrong; empty: {@link #line()} will do. */
    Map<String, String> problems(ReviewedPair pair, List<UnitPrice> prices) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!ProductChoice.has(prices, product)) {
            problems.put("product", "casereview.problem.product");
        }
        int first = pair.started().getYear();
        int last = pair.until().getYear() + 1;
        if (!year.matches("[0-9]{4}") || Integer.parseInt(year) < first || Integer.parseInt(year) > last) {
            problems.put("year", "casereview.problem.year");
        }
        if (child < 0 || child > pair.birthYears().size()) {
            problems.put("child", "casereview.problem.child");
        }
        range(withoutLow, withoutLikely, withoutHigh)
                .ifPresentOrElse(_ -> {}, () -> problems.put("without", "casereview.problem.range"));
        range(actualLow, actualLikely, actualHigh)
                .ifPresentOrElse(_ -> {}, () -> problems.put("actual", "casereview.problem.range"));
        return problems;
    }

    /** Only when there are no problems. */
    CareLine line() {
        String[] parts = product.split("/", 2);
        return new CareLine(
                new Product(parts[0], parts[1]),
                Integer.parseInt(year),
                new Beneficiary(child),
                range(withoutLow, withoutLikely, withoutHigh).orElseThrow(),
                range(actualLow, actualLikely, actualHigh).orElseThrow(),
                measuredAfterEnd,
                evidence,
                new Reductions(deadweight, attribution, displacement, dropOff));
    }

    /** Lowest and highest may be left out: then the likely one is exact. */
    private static Optional<QuantityRange> range(String low, String likely, String high) {
        Optional<BigDecimal> middle = number(likely);
        Optional<BigDecimal> least = low.isBlank() ? middle : number(low);
        Optional<BigDecimal> most = high.isBlank() ? middle : number(high);
        if (middle.isEmpty() || least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        boolean ordered =
                least.get().compareTo(middle.get()) <= 0 && middle.get().compareTo(most.get()) <= 0;
        return ordered ? Optional.of(new QuantityRange(least.get(), middle.get(), most.get())) : Optional.empty();
    }

    private static Optional<BigDecimal> number(String text) {
        String plain = text.strip().replace(',', '.');
        return plain.matches("[0-9]{1,6}(\\.[0-9]{1,2})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }
}
