package nl.koppelwerk.monitor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.report.Period;

/**
 * What an organisation sees of its own work in a period. A figure that nobody noted is not there, it is never zero.
 *
 * @param families that asked for support or had it
 * @param pairings that helped on a day of the period, or ended in it
 */
public record Monitor(Period period, long families, long pairings, List<Table> tables) {
    /** What a table is about. */
    public enum Topic {
        NEEDS,
        HOUSEHOLD,
        DUTCH,
        LANGUAGES,
        DURATION,
        HOURS,
        PROGRESS,
        ENDINGS,
        PROGRAMMES
    }

    /** What a column counts. Shares are percents with one decimal, means have two. */
    public enum Figure {
        FAMILIES,
        PAIRINGS,
        SHARE,
        MEAN,
        UNKNOWN,
        STARTED,
        FINISHED,
        ONGOING,
        DROPPED_OUT,
        WORSE,
        SAME,
        BETTER_INTENSIVE,
        BETTER_LIMITED,
        BETTER_NONE
    }

    public Monitor {
        tables = List.copyOf(tables);
    }

    public Table table(Topic topic) {
        return tables.stream()
                .filter(table -> table.topic() == topic)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table of " + topic));
    }

    /** One table, rows in the order in which they are shown. */
    public record Table(Topic topic, List<Figure> figures, List<Row> rows) {
        public Table {
            figures = List.copyOf(figures);
            rows = List.copyOf(rows);
        }

        /** Whether there is nothing to see. */
        public boolean empty() {
            return rows.stream()
                    .allMatch(row -> row.values().stream()
                            .allMatch(value -> value.isEmpty() || value.get().signum() == 0));
        }
    }

    /**
     * One row.
     *
     * @param group what the row is part of, for instance a life domain; empty: of nothing
     * @param name of what is counted: a constant of the domain, a language code, or the name of a programme
     * @param values one for each figure of the table; empty: not known
     */
    public record Row(String group, String name, List<Optional<BigDecimal>> values) {
        public Row {
            values = List.copyOf(values);
        }
    }
}
