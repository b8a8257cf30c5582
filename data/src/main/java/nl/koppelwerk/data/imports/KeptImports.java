package nl.koppelwerk.data.imports;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.format.Sentence;
import nl.koppelwerk.data.imports.row.CellText;
import nl.koppelwerk.data.imports.row.Problem;
import nl.koppelwerk.data.imports.row.Reading;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What is known of files that were imported: one entry for a content, whatever the file was called. */
final class KeptImports {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient jdbc;

    KeptImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for other imports of the organisation, and keeps them waiting until this transaction ends. */
    void lock(OrganisationId organisation) {
        lock("koppelwerk.import/" + organisation.value());
    }

    /** The same for postcodes, which organisations share. */
    void lockPlaces() {
        lock("koppelwerk.import/places");
    }

    private void lock(String name) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    /** Numbers of the rows that were refused when this content was imported before; empty: it never was. */
    Optional<Set<Integer>> refusedBefore(UUID id) {
        boolean before = jdbc.sql("select exists (select from import_file where id = :id and finished_at is not null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (!before) {
            return Optional.empty();
        }
        return Optional.of(
                new HashSet<>(jdbc.sql("select distinct row_number from import_reject where import_file = :id")
                        .param("id", id)
                        .query((row, number) -> row.getInt("row_number"))
                        .list()));
    }

    /** Makes the entry, or empties the one that is there. */
    void start(OrganisationId organisation, UUID id, FileFacts facts) {
        String sql = """
                insert into import_file (organisation, id, name, kind, sha256, size_bytes, started_at, account)
                values (:organisation, :id, :name, :kind, :sha256, :size, :started, change_account())
                on conflict (organisation, id) do update
                set name = excluded.name, kind = excluded.kind, started_at = excluded.started_at,
                    account = excluded.account, refusal = null
                where import_file.refusal is not null
                """;
        jdbc.sql("delete from import_reject where import_file = :id")
                .param("id", id)
                .update();
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("name", CellText.shown(facts.name()))
                .param("kind", facts.kind().name())
                .param("sha256", HexFormat.of().parseHex(facts.sha256()))
                .param("size", facts.bytes())
                .param("started", facts.started().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A file that was refused as a whole. */
    record RefusedFile(String name, byte[] sha256, long bytes, Sentence reason, Instant at) {}

    /** Notes the refusal, unless the same content was imported before. */
    void refuse(OrganisationId organisation, RefusedFile file, Optional<UUID> account) {
        String sql = """
                insert into import_file (organisation, id, name, kind, sha256, size_bytes, started_at, refusal, account)
                values (:organisation, :id, :name, 'UNKNOWN', :sha256, :size, :at, :refusal, :account)
                on conflict (organisation, id) do update
                set name = excluded.name, started_at = excluded.started_at, refusal = excluded.refusal,
                    account = excluded.account
                where import_file.finished_at is null
                """;
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("id", Reading.id(organisation, "import", HexFormat.of().formatHex(file.sha256())))
                .param("name", CellText.shown(file.name()))
                .param("sha256", file.sha256())
                .param("size", file.bytes())
                .param("at", file.at().atOffset(ZoneOffset.UTC))
                .param("refusal", CellText.storable(JSON.writeValueAsString(file.reason())))
                .param("account", account.orElse(null), Types.OTHER)
                .update();
    }

    /** A fingerprint of the rows that were refused and why. */
    String fingerprint(UUID id) {
        String sql = """
                select coalesce(md5(string_agg(jsonb_build_array(row_number, column_name, value, reason)::text, ''
                                               order by row_number, column_name)), '')
                from import_reject where import_file = :id
                """;
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .single();
    }

    record FileFacts(String name, ImportKind kind, String sha256, long bytes, Instant started) {}

    void reject(OrganisationId organisation, UUID id, int row, List<Problem> problems, String text) {
        String sql = """
                insert into import_reject (organisation, import_file, row_number, column_name, value, reason,
                                           reason_dutch, reason_english, row_text)
                values (:organisation, :file, :row, :column, :value, :reason, :dutch, :english, :text)
                on conflict (organisation, import_file, row_number, column_name) do nothing
                """;
        for (Problem problem : problems) {
            jdbc.sql(sql)
                    .param("organisation", organisation.value())
                    .param("file", id)
                    .param("row", row)
                    .param("column", CellText.shown(problem.column()))
                    .param("value", Clear.of(Cell.REJECT_VALUE, id, CellText.shown(problem.value())))
                    .param("reason", problem.reason().key())
                    .param("dutch", CellText.storable(problem.reason().dutch()))
                    .param("english", CellText.storable(problem.reason().english()))
                    .param("text", Clear.of(Cell.REJECT_ROW, id, text))
                    .update();
        }
    }

    void finish(UUID id, Counts counts, Instant finished) {
        String sql = """
                update import_file
                set finished_at = :finished, rows_read = :read, rows_accepted = :accepted, rows_rejected = :rejected,
                    rows_added = rows_added + :added, rows_changed = rows_changed + :changed
                where id = :id
                """;
        jdbc.sql(sql)
                .param("id", id)
                .param("finished", finished.atOffset(ZoneOffset.UTC))
                .param("read", counts.read())
                .param("accepted", counts.accepted())
                .param("rejected", counts.rejected())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .update();
    }

    record Counts(int read, int accepted, int rejected, int added, int changed) {}
}
