package nl.koppelwerk.ui.report;

import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.report.Report;

/**
 * From gross to net as bars: each step hangs where the one before ended. Positions and widths are in thousandths of the
 * drawing.
 */
public final class Waterfall {
    private static final double WIDTH = 1_000;

    private final List<Bar> bars = new ArrayList<>();
    private final long least;
    private final long most;

    Waterfall(Report report) {
        List<Span> spans = report.euros().map(Waterfall::spans).orElse(List.of());
        least = Math.min(0, spans.stream().mapToLong(Span::low).min().orElse(0));
        most = Math.max(1, spans.stream().mapToLong(Span::high).max().orElse(1));
        for (Span span : spans) {
            double x = place(span.low());
            bars.add(new Bar(span.of(), span.kind(), span.amount(), x, Math.max(2, place(span.high()) - x)));
        }
    }

    /**
     * One bar.
     *
     * @param of what it is for: names of steps, or the name of a total
     * @param kind {@code total}, {@code less} or {@code more}
     */
    public record Bar(List<String> of, String kind, Money amount, double x, double width) {}

    private record Span(List<String> of, String kind, Money amount, long from, long to) {
        long low() {
            return Math.min(from, to);
        }

        long high() {
            return Math.max(from, to);
        }
    }

    private static List<Span> spans(Report.Euros euros) {
        List<Span> spans = new ArrayList<>();
        spans.add(total("GROSS", euros.gross()));
        long at = euros.gross().cents();
        List<Report.Part> reductions = euros.reductions().isEmpty()
                ? List.of(
                        new Report.Part(List.of("ALL_REDUCTIONS"), euros.gross().minus(euros.benefits())))
                : euros.reductions();
        for (Report.Part part : reductions) {
            long next = at - part.amount().cents();
            spans.add(new Span(part.of(), next <= at ? "less" : "more", Money.ZERO.minus(part.amount()), at, next));
            at = next;
        }
        spans.add(total("BENEFITS", euros.benefits()));
        long benefits = euros.benefits().cents();
        long left = euros.netPresentValue().cents();
        spans.add(new Span(List.of("COST"), "less", Money.ZERO.minus(euros.cost()), benefits, left));
        spans.add(total("NET", euros.netPresentValue()));
        return spans;
    }

    private static Span total(String name, Money amount) {
        return new Span(List.of(name), "total", amount, 0, amount.cents());
    }

    private double place(long cents) {
        return WIDTH * (cents - least) / (most - least);
    }

    public List<Bar> bars() {
        return List.copyOf(bars);
    }

    /** Where zero is. */
    public double zero() {
        return place(0);
    }
}
