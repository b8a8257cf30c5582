package nl.koppelwerk.data.imports;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.cipher.ClearBytes;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Files that wait for a decision; a day at most. */
final class KeptPreviews {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONGEST = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptPreviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file with its preview and its refused rows. */
    record Waiting(String name, byte[] content, Rehearsal rehearsal, byte[] refusedRows) {}

    void keep(OrganisationId organisation, UUID id, UUID account, Waiting waiting) {
        String sql = """
                insert into import_preview (organisation, id, name, content, offered_at, account, outcome, refused_rows)
                values (:organisation, :id, :name, :content, :at, :account, :outcome, :refused)
                on conflict (organisation, id) do update
                set name = excluded.name, offered_at = excluded.offered_at, outcome = excluded.outcome,
                    refused_rows = excluded.refused_rows
                """;
        jdbc.sql("delete from import_preview where offered_at < :oldest")
                .param("oldest", clock.instant().minus(LONGEST).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("name", waiting.name())
                .param("content", new ClearBytes(Cell.PREVIEW_CONTENT, id, waiting.content()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account, Types.OTHER)
                .param("outcome", Clear.of(Cell.PREVIEW_OUTCOME, id, JSON.writeValueAsString(waiting.rehearsal())))
                .param(
                        "refused",
                        waiting.refusedRows().length == 0
                                ? waiting.refusedRows()
                                : new ClearBytes(Cell.PREVIEW_REFUSED, id, waiting.refusedRows()))
                .update();
    }

    Optional<Preview> find(UUID id, UUID account) {
        String sql = """
                select id, name, offered_at, length(refused_rows) > 0 as refused, outcome
                from import_preview where id = :id and account = :account
                """;
        return jdbc.sql(sql)
                .param("id", id)
                .param("account", account)
                .query((row, number) -> new Preview(
                        id,
                        row.getString("name"),
                        row.getObject("offered_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("refused"),
                        JSON.readValue(row.getString("outcome"), Rehearsal.class)))
                .optional();
    }

    /** Held until this transaction ends, so that it is imported once. */
    Optional<byte[]> content(UUID id, UUID account) {
        return jdbc.sql("select content from import_preview where id = :id and account = :account for update")
                .param("id", id)
                .param("account", account)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    Optional<byte[]> refusedRows(UUID id, UUID account) {
        return jdbc.sql("select refused_rows from import_preview where id = :id and account = :account")
                .param("id", id)
                .param("account", account)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    void remove(UUID id, UUID account) {
        jdbc.sql("delete from import_preview where id = :id and account = :account")
                .param("id", id)
                .param("account", account)
                .update();
    }
}
