package nl.koppelwerk.ui.report.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.report.Report;
import nl.koppelwerk.ui.report.content.Chapter.Bar;

/** From gross to net as bars: each step hangs where the one before ended. */
final class Waterfall {
    private final List<Step> steps = new ArrayList<>();

    /**
     * One step.
     *
     * @param of what it is for: names of steps, or the name of a total
     */
    record Step(List<String> of, String kind, Money amount, Money from, Money to) {
        boolean isTotal() {
            return kind.equals("total");
        }
    }

    Waterfall(Report.Euros euros) {
        total("GROSS", euros.gross());
        Money at = euros.gross();
        List<Report.Part> reductions = euros.reductions().isEmpty()
                ? List.of(
                        new Report.Part(List.of("ALL_REDUCTIONS"), euros.gross().minus(euros.benefits())))
                : euros.reductions();
        for (Report.Part part : inOrder(reductions)) {
            Money next = at.minus(part.amount());
            change(part.of(), at, next);
            at = next;
        }
        total("BENEFITS", euros.benefits());
        change(List.of("COST"), euros.benefits(), euros.netPresentValue());
        total("NET", euros.netPresentValue());
    }

    /** As they were taken off, not by name. */
    private static List<Report.Part> inOrder(List<Report.Part> reductions) {
        List<String> steps = Arrays.stream(nl.koppelwerk.avoidedcost.calculation.Step.values())
                .map(Enum::name)
                .toList();
        return reductions.stream()
                .map(part -> new Report.Part(
                        part.of().stream()
                                .sorted(Comparator.comparing(steps::indexOf))
                                .toList(),
                        part.amount()))
                .sorted(Comparator.comparing(part -> steps.indexOf(part.of().getFirst())))
                .toList();
    }

    private void total(String name, Money amount) {
        steps.add(new Step(List.of(name), "total", amount, Money.ZERO, amount));
    }

    private void change(List<String> of, Money from, Money to) {
        steps.add(new Step(of, to.compareTo(from) <= 0 ? "less" : "more", to.minus(from), from, to));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    Bar bar(Step step) {
        List<BigDecimal> places = steps.stream()
                .flatMap(each -> Stream.of(each.from, each.to))
                .map(Money::toEuros)
                .toList();
        return Scale.of(places).bar(step.kind, step.from.toEuros(), step.to.toEuros());
    }
}
