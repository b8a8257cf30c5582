package nl.koppelwerk.avoidedcost.price;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A row of a price list before it is accepted, so that a preview can name everything that is wrong with it. */
public record PriceDraft(
        Product product,
        String name,
        Optional<Payer> payer,
        Optional<CareUnit> unit,
        Optional<Money> low,
        Optional<Money> high,
        Optional<Integer> priceYear,
        String source,
        UnitPrice.Origin origin) {
    /** Why a row is refused. */
    public enum Problem {
        NO_SOURCE,
        NO_NAME,
        NO_PAYER,
        NO_UNIT,
        NO_PRICE,
        NO_PRICE_YEAR,
        PRICE_NOT_ABOVE_ZERO,
        HIGHEST_BELOW_LOWEST,
        PRICE_YEAR_OUT_OF_RANGE
    }

    /** What became of a row. */
    public sealed interface Decision {
        record Accepted(UnitPrice price) implements Decision {}

        /** @param problems one or more */
        record Refused(Set<Problem> problems) implements Decision {
            public Refused {
                problems = Set.copyOf(problems);
            }
        }
    }

    /** A missing highest price is the lowest. */
    public Decision decide() {
        if (payer.isPresent() && unit.isPresent() && low.isPresent() && priceYear.isPresent()) {
            Money lowest = low.get();
            Money highest = high.orElse(lowest);
            List<Problem> problems = problems(name, lowest, highest, priceYear.get(), source);
            return problems.isEmpty()
                    ? new Decision.Accepted(new UnitPrice(
                            product, name, payer.get(), unit.get(), lowest, highest, priceYear.get(), source, origin))
                    : new Decision.Refused(Set.copyOf(problems));
        }
        return new Decision.Refused(missing());
    }

    private Set<Problem> missing() {
        Set<Problem> problems = new TreeSet<>();
        payer.ifPresentOrElse(_ -> {}, () -> problems.add(Problem.NO_PAYER));
        unit.ifPresentOrElse(_ -> {}, () -> problems.add(Problem.NO_UNIT));
        low.ifPresentOrElse(_ -> {}, () -> problems.add(Problem.NO_PRICE));
        priceYear.ifPresentOrElse(_ -> {}, () -> problems.add(Problem.NO_PRICE_YEAR));
        if (source.isBlank()) {
            problems.add(Problem.NO_SOURCE);
        }
        if (name.isBlank()) {
            problems.add(Problem.NO_NAME);
        }
        return problems;
    }

    static List<Problem> problems(String name, Money low, Money high, int priceYear, String source) {
        List<Problem> problems = new ArrayList<>();
        if (source.isBlank()) {
            problems.add(Problem.NO_SOURCE);
        }
        if (name.isBlank()) {
            problems.add(Problem.NO_NAME);
        }
        if (!low.isPositive()) {
            problems.add(Problem.PRICE_NOT_ABOVE_ZERO);
        }
        if (high.compareTo(low) < 0) {
            problems.add(Problem.HIGHEST_BELOW_LOWEST);
        }
        if (priceYear < 2000 || priceYear > 2100) {
            problems.add(Problem.PRICE_YEAR_OUT_OF_RANGE);
        }
        return problems;
    }
}
