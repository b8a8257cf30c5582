package nl.koppelwerk.ui.pairing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.koppelwerk.data.view.PairingView.Held;
import nl.koppelwerk.domain.programme.LifeDomain;

/**
 * Progress in each life domain that was ever scored, as small lines over the weeks of the help.
 *
 * @param weeks the last week shown
 */
record ProgressChart(List<Line> lines, int weeks) {
    private static final int WIDTH = 240;
    private static final int ROW = 12;
    private static final int MARGIN = 6;
    private static final int BEST = 5;

    /** A score as a point in the drawing. */
    record Point(int week, int score, String x, String y) {}

    /** One life domain; {@code path} joins its points. */
    record Line(LifeDomain domain, List<Point> points, String path) {
        public int last() {
            return points.getLast().score();
        }
    }

    static ProgressChart of(List<Held> checkIns) {
        List<Held> inOrder = checkIns.stream()
                .sorted(Comparator.comparingInt(Held::week).thenComparing(Held::side))
                .toList();
        int weeks = inOrder.stream().mapToInt(Held::week).max().orElse(0);
        List<Line> lines = PairingPage.DOMAINS.stream()
                .map(domain -> line(domain, inOrder, Math.max(1, weeks)))
                .filter(line -> !line.points().isEmpty())
                .toList();
        return new ProgressChart(lines, weeks);
    }

    public boolean empty() {
        return lines.isEmpty();
    }

    private static Line line(LifeDomain domain, List<Held> checkIns, int weeks) {
        List<Point> points = checkIns.stream()
                .filter(held -> held.score(domain) > 0)
                .map(held -> point(held.week(), held.score(domain), weeks))
                .toList();
        String path = points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
        return new Line(domain, points, path);
    }

    private static Point point(int week, int score, int weeks) {
        double x = MARGIN + (double) (WIDTH - 2 * MARGIN) * week / weeks;
        return new Point(
                week, score, String.format(Locale.ROOT, "%.1f", x), Integer.toString(MARGIN + (BEST - score) * ROW));
    }
}
