package nl.koppelwerk.avoidedcost.calculation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import nl.koppelwerk.avoidedcost.price.Fraction;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.PairingCost;
import nl.koppelwerk.avoidedcost.price.Payer;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;

/** What a number of families add up to. Each amount is the sum of the cents of {@link #families()}. */
public record Summary(List<FamilyResult> families) {
    public Summary {
        families = List.copyOf(families);
    }

    public int reviewedPairings() {
        return families.stream()
                .mapToInt(family -> family.family().pairings().size())
                .sum();
    }

    /** Families whose benefits are zero or less; hiding them would flatter the rest. */
    public long familiesWithoutAvoidedCost() {
        return families.stream()
                .filter(family -> !family.benefits().isPositive())
                .count();
    }

    public Money gross() {
        return sum(LineResult::gross);
    }

    public Money taken(Step step) {
        return sum(line -> line.taken(step));
    }

    /** From gross to present value, for the waterfall. */
    public Map<Step, Money> waterfall() {
        Map<Step, Money> steps = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            steps.put(step, taken(step));
        }
        return steps;
    }

    /** Present value of all benefits, extra cost taken off. */
    public Money benefits() {
        return sum(LineResult::presentValue);
    }

    public Money cost() {
        return Money.sum(families.stream().map(FamilyResult::cost).toList());
    }

    public Map<PairingCost.Item, Money> costByItem() {
        Map<PairingCost.Item, Money> items = new EnumMap<>(PairingCost.Item.class);
        families.forEach(family -> family.costs()
                .forEach(cost -> cost.parts().forEach((item, amount) -> items.merge(item, amount, Money::plus))));
        return items;
    }

    public Money netPresentValue() {
        return benefits().minus(cost());
    }

    /** Benefit-cost ratio, four decimals; nothing when there is no cost. */
    public Optional<BigDecimal> ratio() {
        return perCost(benefits());
    }

    /** Gross claim over cost, four decimals: what others would call the return. */
    public Optional<BigDecimal> grossRatio() {
        return perCost(gross());
    }

    public Money cashable() {
        return sum(LineResult::cashable);
    }

    public Money notCashable() {
        return benefits().minus(cashable());
    }

    public Map<Payer, Money> byPayer() {
        Map<Payer, Money> payers = new EnumMap<>(Payer.class);
        lines(line -> payers.merge(line.price().payer(), line.presentValue(), Money::plus));
        return payers;
    }

    public Map<EvidenceGrade, Money> byEvidence() {
        Map<EvidenceGrade, Money> grades = new EnumMap<>(EvidenceGrade.class);
        lines(line -> grades.merge(line.line().evidence(), line.presentValue(), Money::plus));
        return grades;
    }

    /** The first period, from 0, in which cashable benefits so far reach cost so far; nothing when they never do. */
    public Optional<Integer> payback() {
        SortedMap<Integer, Money> cashable = new TreeMap<>();
        lines(line -> cashable.merge(line.period(), line.cashable(), Money::plus));
        SortedMap<Integer, Money> cost = new TreeMap<>();
        families.forEach(family -> family.costs()
                .forEach(of -> cost.merge(of.year() - family.family().firstYear(), of.total(), Money::plus)));
        return Payback.first(cashable, cost);
    }

    /** Net present value down to every step of every line. */
    public Figure unfolded() {
        return Figure.sum(
                "net present value",
                families.stream().map(FamilyResult::unfolded).toList());
    }

    private Optional<BigDecimal> perCost(Money amount) {
        Money cost = cost();
        return cost.isPositive()
                ? Optional.of(new Fraction(amount.toEuros(), cost.toEuros()).rounded(4))
                : Optional.empty();
    }

    private Money sum(Function<LineResult, Money> amount) {
        long cents = 0;
        for (FamilyResult family : families) {
            for (LineResult line : family.lines()) {
                cents = Math.addExact(cents, amount.apply(line).cents());
            }
        }
        return new Money(cents);
    }

    private void lines(java.util.function.Consumer<LineResult> each) {
        families.forEach(family -> family.lines().forEach(each));
    }
}
