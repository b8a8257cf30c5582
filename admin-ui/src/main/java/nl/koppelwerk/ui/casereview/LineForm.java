package nl.koppelwerk.ui.casereview;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.review.Beneficiary;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;
import nl.koppelwerk.avoidedcost.review.QuantityRange;
import nl.koppelwerk.avoidedcost.review.Reductions;
import nl.koppelwerk.avoidedcost.review.Share;

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
        boolean measuredAfterEnd,
        EvidenceGrade evidence,
        Share deadweight,
        Share attribution,
        Share displacement,
        Share dropOff) {

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

    /** Field to message for all that is wrong; empty: {@link #line()} will do. */
    Map<String, String> problems(int firstYear, int lastYear) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (product.split("/", 2).length != 2) {
            problems.put("product", "casereview.problem.product");
        }
        if (!year.matches("[0-9]{4}") || Integer.parseInt(year) < firstYear || Integer.parseInt(year) > lastYear) {
            problems.put("year", "casereview.problem.year");
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
