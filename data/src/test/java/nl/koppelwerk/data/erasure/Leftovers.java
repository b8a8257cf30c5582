package nl.koppelwerk.data.erasure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches every column of every table, as the catalogue lists them, and files beside the database, for a text. */
public final class Leftovers {
    private final TestDatabase database;
    private final JdbcClient jdbc;
    private final OrganisationId organisation;

    public Leftovers(TestDatabase database, OrganisationId organisation) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.organisation = organisation;
    }

    /** A column of a table. */
    private record Column(String table, String name, boolean binary) {}

    /** Tables and columns in which the text occurs, in whatever case; packed bytes are unpacked. */
    public TreeSet<String> of(String text) {
        return database.scope().inside(organisation, () -> {
            TreeSet<String> found = new TreeSet<>();
            columns().stream()
                    .filter(column -> column.binary() ? inBytes(column, text) : inText(column, text))
                    .forEach(column -> found.add(column.table() + "." + column.name()));
            return found;
        });
    }

    private List<Column> columns() {
        return jdbc.sql("""
                        select c.table_schema || '.' || c.table_name as name, c.column_name, c.udt_name = 'bytea' as is_binary
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema in ('public', 'batch') and t.table_type = 'BASE TABLE'
                          and has_table_privilege(c.table_schema || '.' || c.table_name, 'select')
                        order by 1, 2
                        """)
                .query((row, number) ->
                        new Column(row.getString("name"), row.getString("column_name"), row.getBoolean("is_binary")))
                .list();
    }

    private boolean inText(Column column, String text) {
        return inClear(column, text) || inSealed(column, text);
    }

    private boolean inSealed(Column column, String text) {
        return jdbc
                .sql("select \"" + column.name() + "\"::text as told from " + column.table()
                        + " where position('{enc:' in \"" + column.name() + "\"::text) > 0")
                .query((row, number) -> row.getString("told"))
                .list()
                .stream()
                .anyMatch(told -> told.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    private boolean inClear(Column column, String text) {
        return jdbc.sql("select exists (select from " + column.table() + " where position(:text in lower(\""
                        + column.name() + "\"::text)) > 0)")
                .param("text", text.toLowerCase(Locale.ROOT))
                .query(Boolean.class)
                .single();
    }

    private boolean inBytes(Column column, String text) {
        return jdbc
                .sql("select \"" + column.name() + "\" as bytes from " + column.table() + " where \"" + column.name()
                        + "\" is not null")
                .query((row, number) -> row.getBytes("bytes"))
                .list()
                .stream()
                .anyMatch(bytes -> tells(bytes, text));
    }

    private static boolean tells(byte[] bytes, String text) {
        List<String> readings = new ArrayList<>(List.of(new String(bytes, StandardCharsets.UTF_8)));
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            readings.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException notPacked) {
            readings.add("");
        }
        try (InflaterInputStream deflated = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            readings.add(new String(deflated.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException notPacked) {
            readings.add("");
        }
        return readings.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    /** Files below the folder with the text in them or in their names. */
    public static List<String> inFiles(Path folder, String text) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> tells(read(file), text)
                            || file.toString().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
