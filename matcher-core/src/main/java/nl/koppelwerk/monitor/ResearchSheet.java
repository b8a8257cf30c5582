package nl.koppelwerk.monitor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One family as researchers wrote it down.
 *
 * @param values hours a week, 0 to 168, or scores 1 to 5; a row that is not there is not applicable
 */
public record ResearchSheet(String sheet, String programme, String household, Map<SheetRow, BigDecimal> values) {
    private static final BigDecimal HOURS_IN_A_WEEK = BigDecimal.valueOf(168);
    private static final BigDecimal BEST_SCORE = BigDecimal.valueOf(5);

    /** What became of a line of a file. */
    public sealed interface Reading {
        record Accepted(ResearchSheet sheet) implements Reading {}

        /** @param columns whose values are no hours or scores; {@code sheet} when the sheet has no name */
        record Refused(List<String> columns) implements Reading {
            public Refused {
                columns = List.copyOf(columns);
            }
        }
    }

    public ResearchSheet {
        values = Map.copyOf(values);
    }

    /** @param cells column name to text, as in the file; an empty text is not applicable */
    public static Reading read(Map<String, String> cells) {
        Map<SheetRow, BigDecimal> values = new EnumMap<>(SheetRow.class);
        List<String> wrong = new ArrayList<>();
        String name = text(cells, "sheet");
        if (name.isEmpty()) {
            wrong.add("sheet");
        }
        for (SheetRow row : SheetRow.values()) {
            String text = text(cells, row.column()).replace(',', '.');
            if (text.matches("[0-9]{1,3}(\\.[0-9]{1,6})?") && isPossible(row, new BigDecimal(text))) {
                values.put(row, new BigDecimal(text));
            } else if (!text.isEmpty()) {
                wrong.add(row.column());
            }
        }
        return wrong.isEmpty()
                ? new Reading.Accepted(
                        new ResearchSheet(name, text(cells, "programme"), text(cells, "household"), values))
                : new Reading.Refused(wrong);
    }

    private static boolean isPossible(SheetRow row, BigDecimal value) {
        return row.isScore()
                ? value.compareTo(BigDecimal.ONE) >= 0 && value.compareTo(BEST_SCORE) <= 0
                : value.compareTo(HOURS_IN_A_WEEK) <= 0;
    }

    private static String text(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "").strip();
    }
}
