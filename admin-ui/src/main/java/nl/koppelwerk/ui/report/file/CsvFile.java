package nl.koppelwerk.ui.report.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.data.format.Formulas;
import nl.koppelwerk.ui.report.content.Chapter;
import nl.koppelwerk.ui.report.content.Chapter.Cell;
import nl.koppelwerk.ui.report.content.Chapter.Row;
import nl.koppelwerk.ui.report.content.Chapter.Table;
import nl.koppelwerk.ui.report.content.Content;
import nl.koppelwerk.ui.shell.Words;

/** One line for each figure, with what it is beside it; a Dutch spreadsheet program opens it well. */
final class CsvFile {
    private static final List<String> HEADINGS =
            List.of("part", "table", "row", "column", "value", "unit", "remark", "definition", "source");

    private final CsvWriter csv;
    private final Words words;

    private CsvFile(CsvWriter csv, Words words) {
        this.csv = csv;
        this.words = words;
    }

    static byte[] write(Content content, Words words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
        try (CsvWriter csv =
                CsvWriter.builder().fieldSeparator(';').build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            new CsvFile(csv, words).all(content);
        }
        return out.toByteArray();
    }

    private void all(Content content) {
        csv.writeRecord(HEADINGS.stream()
                .map(heading -> words.say("report.file." + heading))
                .toList());
        about("title", content.title());
        about("period", content.period());
        about("status", content.version());
        if (content.draft()) {
            about("status", words.say("report.concept.mark"));
        }
        for (Chapter chapter : content.chapters()) {
            for (Table table : chapter.tables()) {
                table.withheld().ifPresent(said -> withheld(chapter, table, said));
                table.rows().forEach(row -> figures(chapter, table, row));
            }
        }
        Stream.concat(
                        content.method().stream().map(step -> List.of(words.say("report.method"), step)),
                        content.limits().stream().map(limit -> List.of(words.say("report.limits"), limit)))
                .forEach(line -> text(line.getFirst(), "", line.getLast()));
    }

    private void about(String key, String text) {
        text(words.say("report.file.about"), words.say("report.file." + key), text);
    }

    private void text(String part, String row, String text) {
        record(part, "", row, "", "", "", text, "", "");
    }

    private void withheld(Chapter chapter, Table table, String said) {
        record(chapter.title(), table.caption(), "", "", "", "", said, chapter.text(), chapter.source());
    }

    private void figures(Chapter chapter, Table table, Row row) {
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.cells().get(column);
            record(
                    chapter.title(),
                    table.caption(),
                    row.label(),
                    table.headings().get(column + 1),
                    cell.value().map(CsvFile::number).orElse(""),
                    words.say("report.unit." + cell.unit()),
                    cell.value().isPresent() ? "" : cell.said(),
                    chapter.text(),
                    chapter.source());
        }
    }

    /** A number is left as it is, also below zero; a text is never one that a program would run. */
    private void record(String... cells) {
        csv.writeRecord(Stream.of(cells).map(Formulas::disarmed).toList());
    }

    private static String number(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.setScale(Math.max(0, bare.scale())).toPlainString().replace('.', ',');
    }
}
