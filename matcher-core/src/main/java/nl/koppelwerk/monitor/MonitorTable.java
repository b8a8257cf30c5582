package nl.koppelwerk.monitor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Means over research sheets, row by row. A mean is over the families to whom the row applies, so every row says how
 * many those are: one family with nine hours is not a trend.
 */
public record MonitorTable(List<Line> lines) {
    /**
     * One row.
     *
     * @param families to whom the row applies
     * @param mean two decimals, halves up; nothing when it applies to nobody
     */
    public record Line(SheetRow row, int families, Optional<BigDecimal> mean) {}

    public static MonitorTable of(List<ResearchSheet> sheets) {
        return new MonitorTable(
                Arrays.stream(SheetRow.values()).map(row -> line(row, sheets)).toList());
    }

    public Line line(SheetRow row) {
        return lines.get(row.ordinal());
    }

    private static Line line(SheetRow row, List<ResearchSheet> sheets) {
        List<BigDecimal> values = sheets.stream()
                .map(sheet -> sheet.values().get(row))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Line(
                row,
                values.size(),
                values.isEmpty()
                        ? Optional.empty()
                        : Optional.of(sum.divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP)));
    }
}
