package nl.koppelwerk.data.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.format.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The files that were imported by the organisation whose scope this is called in. */
public final class ImportViews {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    public ImportViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file.
     *
     * @param refusal why it was refused as a whole
     * @param by who offered it; empty: somebody at the command line
     */
    public record Entry(
            UUID id,
            String name,
            Instant at,
            int read,
            int added,
            int changed,
            int refused,
            Optional<Sentence> refusal,
            Optional<String> by) {}

    /** Latest first. */
    public List<Entry> list(int most) {
        String sql = """
                select i.id, i.name, i.started_at, i.rows_read, i.rows_added, i.rows_changed, i.rows_rejected, i.refusal,
                       a.name as account
                from import_file i left join account a on a.organisation = i.organisation and a.id = i.account
                order by i.started_at desc, i.id limit :most
                """;
        return jdbc.sql(sql)
                .param("most", most)
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getInt("rows_read"),
                        row.getInt("rows_added"),
                        row.getInt("rows_changed"),
                        row.getInt("rows_rejected"),
                        Optional.ofNullable(row.getString("refusal")).map(text -> JSON.readValue(text, Sentence.class)),
                        Optional.ofNullable(row.getString("account"))))
                .list();
    }

    /** The rows of a file that were refused, as a file to put right and offer again; empty when there are none. */
    public Optional<String> refusedRows(UUID file) {
        String sql = """
                select row_text, string_agg(column_name || ': ' || reason_dutch, ' | ' order by column_name) as reasons,
                       string_agg(column_name || ': ' || reason_english, ' | ' order by column_name) as english
                from import_reject where import_file = :file group by row_number, row_text order by row_number
                """;
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(text);
        jdbc.sql(sql).param("file", file).query(row -> {
            List<List<String>> table = read(row.getString("row_text"));
            if (text.getBuffer().isEmpty()) {
                List<String> heading = RejectsFile.withReasons(table.getFirst());
                heading.set(0, "\uFEFF" + heading.getFirst());
                csv.writeRecord(heading);
            }
            List<String> cells = new ArrayList<>(table.getLast());
            cells.add(row.getString("reasons"));
            cells.add(row.getString("english"));
            csv.writeRecord(cells);
        });
        return text.getBuffer().isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static List<List<String>> read(String text) {
        return CsvReader.builder().fieldSeparator(';').ofCsvRecord(text).stream()
                .map(CsvRecord::getFields)
                .toList();
    }
}
