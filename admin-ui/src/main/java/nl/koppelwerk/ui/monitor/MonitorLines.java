package nl.koppelwerk.ui.monitor;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.export.FigureFile;
import nl.koppelwerk.data.export.FileKind;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.monitor.Monitor;
import nl.koppelwerk.ui.shell.Words;

/** The monitor as lines of a file, one for each figure, in the words of the page. */
record MonitorLines(List<Column> columns, Column number, List<Map<Column, String>> lines) {
    /** @param programme empty: all programmes */
    static MonitorLines of(Monitor monitor, Optional<String> programme, Words words, Labels labels) {
        List<Column> columns = List.of("table", "group", "row", "figure", "number", "definition").stream()
                .map(name -> words.say("monitor.file." + name))
                .map(name -> Column.optional(name, name))
                .toList();
        List<Map<Column, String>> lines = new ArrayList<>();
        String about = words.say("monitor.file.about");
        lines.add(line(
                columns,
                about,
                "",
                words.say("monitor.from"),
                "",
                monitor.period().from().toString(),
                ""));
        lines.add(line(
                columns,
                about,
                "",
                words.say("monitor.until"),
                "",
                monitor.period().until().toString(),
                ""));
        lines.add(line(
                columns,
                about,
                "",
                words.say("monitor.programme"),
                "",
                programme.orElse(words.say("monitor.allProgrammes")),
                ""));
        lines.add(line(columns, about, "", words.say("monitor.families"), "", Long.toString(monitor.families()), ""));
        lines.add(line(
                columns,
                about,
                "",
                words.say("monitor.pairings"),
                "",
                Long.toString(monitor.pairings()),
                words.say("monitor.inside")));
        for (Monitor.Table table : monitor.tables()) {
            for (Monitor.Row row : table.rows()) {
                for (int i = 0; i < table.figures().size(); i++) {
                    lines.add(line(
                            columns,
                            labels.topic(table.topic()),
                            group(table.topic(), row, labels),
                            labels.row(table.topic(), row),
                            labels.figure(table.topic(), table.figures().get(i)),
                            number(row.values().get(i), words),
                            labels.definition(table.topic())));
                }
            }
        }
        return new MonitorLines(columns, columns.get(4), lines);
    }

    private static String group(Monitor.Topic topic, Monitor.Row row, Labels labels) {
        boolean part = topic == Monitor.Topic.NEEDS || topic == Monitor.Topic.ENDINGS;
        return part && !row.group().isEmpty() ? labels.row(topic, new Monitor.Row("", row.group(), List.of())) : "";
    }

    /** As a Dutch spreadsheet reads it. */
    private static String number(Optional<BigDecimal> value, Words words) {
        return value.map(found -> found.stripTrailingZeros().toPlainString().replace('.', ','))
                .orElseGet(() -> words.say("monitor.unknown"));
    }

    private static Map<Column, String> line(List<Column> columns, String... cells) {
        Map<Column, String> line = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            line.put(columns.get(i), cells[i]);
        }
        return line;
    }

    void write(FileKind kind, OutputStream out) throws IOException {
        FigureFile.write(kind, columns, number, lines, out);
    }
}
