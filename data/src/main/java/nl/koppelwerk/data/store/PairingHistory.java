package nl.koppelwerk.data.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.pairing.Change;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Doer;
import nl.koppelwerk.pairing.Occasion;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to each pairing, line by line. */
final class PairingHistory {
    private static final String INSERT = """
            insert into pairing_history (organisation, pairing, at, account, by_side, from_step, to_step, reason, note, because)
            values (:organisation, :pairing, :at, :account, :side, :from, :to, :reason, :note, :because)
            """;

    private final JdbcClient jdbc;

    PairingHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Pairing changed, Change change) {
        line(changed, change.by(), change.at())
                .param("from", change.from().name())
                .param("to", change.to().name())
                .param("reason", change.reason().orElse(null))
                .param("note", Clear.of(Cell.HISTORY_NOTE, changed.id().value(), change.note()))
                .param("because", change.because().map(DeclineReason::name).orElse(null))
                .update();
    }

    /** The first line of a pairing that no night proposed. */
    void addMade(Pairing proposal, CoordinatorId by, Instant at) {
        line(proposal, by, at)
                .param("from", null, Types.VARCHAR)
                .param("to", Step.PROPOSED.name())
                .param("reason", Occasion.BY_HAND.name())
                .param("note", null, Types.VARCHAR)
                .param("because", null, Types.VARCHAR)
                .update();
    }

    private JdbcClient.StatementSpec line(Pairing pairing, Doer by, Instant at) {
        return jdbc.sql(INSERT)
                .param("organisation", pairing.organisation().value())
                .param("pairing", pairing.id().value())
                .param("at", Timestamp.from(at))
                .param("account", by.account().orElse(null), Types.OTHER)
                .param("side", by.oneself().map(Side::name).orElse(null), Types.VARCHAR);
    }

    /** Empty when nobody but the night has done anything with it. */
    Optional<Change> last(PairingId pairing) {
        String sql = """
                select account, at, from_step, to_step, reason, note
                from pairing_history
                where pairing = :pairing and number = (select max(number) from pairing_history where pairing = :pairing)
                  and account is not null and from_step is not null
                """;
        return jdbc.sql(sql)
                .param("pairing", pairing.value())
                .query((row, number) -> change(row))
                .optional();
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                Step.valueOf(row.getString("from_step")),
                Step.valueOf(row.getString("to_step")),
                new CoordinatorId(Columns.uuid(row, "account")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("note")));
    }
}
