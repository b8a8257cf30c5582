package nl.koppelwerk.ui.recruit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.koppelwerk.data.export.FigureFile;
import nl.koppelwerk.data.export.FileKind;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.recruit.RecruitLine;
import nl.koppelwerk.data.recruit.RecruitNight;
import nl.koppelwerk.ui.shell.Words;

/** Whom to look for as lines of a file, in the words of the page. */
record RecruitFile(List<Column> columns, List<Map<Column, String>> lines) {
    private static final int FAMILIES = 10;

    static RecruitFile of(RecruitNight night, Words words) {
        List<Column> columns = Stream.of(
                        "rank",
                        "kind",
                        "postcode",
                        "town",
                        "language",
                        "dayParts",
                        "hours",
                        "capacity",
                        "skills",
                        "extras",
                        "alone",
                        "together",
                        "day")
                .map(name -> words.say("recruit.file." + name))
                .map(name -> Column.optional(name, name))
                .toList();
        return new RecruitFile(
                columns,
                night.lines().stream()
                        .map(line -> line(columns, night, line, words))
                        .toList());
    }

    private static Map<Column, String> line(List<Column> columns, RecruitNight night, RecruitLine line, Words words) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(line.rank()));
        cells.add(words.kind(line.profile().kind()));
        cells.add(line.place().postcode().toString());
        cells.add(line.place().town());
        cells.add(words.language(line.profile().language()));
        cells.add(words.dayParts(line.profile().dayParts()));
        cells.add(words.hours(line.profile().hoursPerWeek()));
        cells.add(Integer.toString(line.profile().families()));
        cells.add(words.needs(line.profile().skills()));
        cells.add(words.joined(line.profile().extras().stream()
                .map(extra -> words.say(extra.sentence()))
                .toList()));
        cells.add(Integer.toString(line.families()));
        cells.add(Integer.toString(line.together()));
        cells.add(night.day().toString());
        Map<Column, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    void write(FileKind kind, OutputStream out) throws IOException {
        FigureFile.write(kind, columns, columns.get(FAMILIES), lines, out);
    }
}
