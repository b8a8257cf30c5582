package nl.koppelwerk.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The rows of a {@link Bench} as a table, and as a picture of what time costs against the number of pairs. */
public final class BenchReport {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int MARGIN = 60;
    private static final List<String> COLOURS =
            List.of("#005f73", "#9b2226", "#ca6702", "#3a5a40", "#5f0f40", "#6c757d");

    private BenchReport() {}

    /** The table's heading, in Markdown. */
    public static String heading() {
        return "| families | requests | pairs | solver | served weight | its bound | gap to best bound | fit | fit bound |"
                + " seconds | heap MB | µs a pair | breaches |\n"
                + "| ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |";
    }

    public static String line(Bench.Row row) {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %s | %d | %s | %s | %d | %s | %.2f | %d | %.2f | %d |",
                row.families(),
                row.requests(),
                row.pairs(),
                row.contender(),
                row.value().servedWeight(),
                number(row.bound()),
                Double.isNaN(row.gap()) ? "" : String.format(Locale.ROOT, "%.3f%%", 100 * row.gap()),
                row.value().fit(),
                number(row.fitBound()),
                row.seconds(),
                row.megabytes(),
                row.seconds() * 1e6 / Math.max(1, row.pairs()),
                row.breaches());
    }

    private static String number(OptionalLong value) {
        return value.isPresent() ? String.valueOf(value.getAsLong()) : "";
    }

    /** Gap to the best bound against the number of pairs, both logarithmic, one line a solver. */
    public static String svg(List<Bench.Row> rows) {
        List<String> names = rows.stream().map(Bench.Row::contender).distinct().toList();
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        .formatted(WIDTH, HEIGHT));
        svg.append("<title>Gap to the best bound against feasible pairs</title>\n");
        axes(svg);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String colour = COLOURS.get(i % COLOURS.size());
            StringBuilder line = new StringBuilder();
            for (Bench.Row row : rows) {
                if (row.contender().equals(name) && !Double.isNaN(row.gap())) {
                    line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(row.pairs()), y(row.gap())));
                    svg.append(String.format(
                            Locale.ROOT,
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n",
                            x(row.pairs()),
                            y(row.gap()),
                            colour));
                }
            }
            svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n"
                    .formatted(line.toString().strip(), colour));
            svg.append("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n"
                    .formatted(WIDTH - 150, 20 + 16 * i, colour, name));
        }
        return svg.append("</svg>\n").toString();
    }

    private static void axes(StringBuilder svg) {
        for (int power = 3; power <= 8; power++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">10^%d</text>%n",
                    x(Math.pow(10, power)),
                    HEIGHT - MARGIN + 20,
                    power));
        }
        for (int power = -6; power <= 0; power++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s%%</text>%n",
                    MARGIN - 6,
                    y(Math.pow(10, power)) + 4,
                    String.valueOf(Math.pow(10, power + 2.0))));
        }
        svg.append("<text x=\"%d\" y=\"%d\">feasible pairs; a gap of 0 is drawn at the bottom</text>%n"
                .formatted(MARGIN, HEIGHT - 12));
    }

    private static double x(double pairs) {
        return MARGIN + (Math.log10(Math.max(1e3, pairs)) - 3) / 5 * (WIDTH - MARGIN - 160);
    }

    private static double y(double gap) {
        return MARGIN / 2.0 - Math.log10(Math.clamp(gap, 1e-6, 1)) / 6 * (HEIGHT - MARGIN * 1.5);
    }
}
