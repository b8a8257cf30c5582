package nl.koppelwerk.ui.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.koppelwerk.capacity.Outlook;
import nl.koppelwerk.capacity.Range;
import nl.koppelwerk.capacity.Scenario;

/**
 * Families that wait, month by month: a line for the middle of each scenario in a band from low to high. The table below it
 * says the same.
 */
record WaitingChart(List<Line> lines, List<Tick> months, List<Tick> numbers) {
    static final int WIDTH = 640;
    static final int HEIGHT = 300;

    private static final int LEFT = 44;
    private static final int RIGHT = 14;
    private static final int TOP = 12;
    private static final int BOTTOM = 30;
    private static final int FEWEST_STEPS = 4;

    /** In the units of the picture. */
    record Line(Scenario scenario, String middle, String band) {}

    /** A mark beside the picture. */
    record Tick(double at, String text) {}

    static WaitingChart of(List<Outlook> outlooks) {
        double most = outlooks.stream()
                .flatMap(outlook -> outlook.waiting().stream())
                .mapToDouble(Range::high)
                .max()
                .orElse(0);
        int step = step(most);
        int top = step * (int) Math.ceil(Math.max(1, most) / step);
        int months = outlooks.getFirst().waiting().size() - 1;
        List<Line> lines = new ArrayList<>();
        for (Outlook outlook : outlooks) {
            lines.add(new Line(outlook.scenario(), middle(outlook, months, top), band(outlook, months, top)));
        }
        return new WaitingChart(
                lines,
                IntStream.rangeClosed(0, months)
                        .mapToObj(month -> new Tick(x(month, months), Integer.toString(month)))
                        .toList(),
                IntStream.rangeClosed(0, top / step)
                        .mapToObj(i -> new Tick(y(i * step, top), Integer.toString(i * step)))
                        .toList());
    }

    /** A round number that goes into the highest some four times or more. */
    private static int step(double most) {
        int step = 1;
        int[] times = {2, 5, 10};
        for (int scale = 1; scale < 1_000_000; scale *= 10) {
            for (int time : times) {
                if (most / (scale * time) >= FEWEST_STEPS) {
                    step = scale * time;
                }
            }
        }
        return step;
    }

    private static String middle(Outlook outlook, int months, int top) {
        return IntStream.rangeClosed(0, months)
                .mapToObj(month ->
                        point(month, months, outlook.waiting().get(month).middle(), top))
                .collect(Collectors.joining("L", "M", ""));
    }

    private static String band(Outlook outlook, int months, int top) {
        String high = IntStream.rangeClosed(0, months)
                .mapToObj(month ->
                        point(month, months, outlook.waiting().get(month).high(), top))
                .collect(Collectors.joining("L", "M", ""));
        return IntStream.rangeClosed(0, months)
                .map(i -> months - i)
                .mapToObj(month ->
                        point(month, months, outlook.waiting().get(month).low(), top))
                .collect(Collectors.joining("L", high + "L", "Z"));
    }

    private static String point(int month, int months, double families, int top) {
        return String.format(Locale.ROOT, "%.1f %.1f", x(month, months), y(families, top));
    }

    private static double x(int month, int months) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (double) month / months;
    }

    private static double y(double families, int top) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - families / top);
    }
}
