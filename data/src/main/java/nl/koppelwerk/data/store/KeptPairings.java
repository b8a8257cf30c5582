package nl.koppelwerk.data.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.pairing.Change;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.OutdatedPairingException;
import nl.koppelwerk.pairing.Pairings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pairings in PostgreSQL, with their history and the blocks that declining leaves behind. */
public final class KeptPairings implements Pairings {
    private static final String SELECT = """
            select p.organisation, p.id, p.request, p.volunteer, p.day_parts, p.step, p.version
            from pairing p
            """;
    private static final String FIXED = """
            (p.step in ('ACCEPTED', 'ASKED', 'INTRODUCTION', 'TRIAL', 'RUNNING', 'CLOSING')
             or p.step = 'PROPOSED' and p.held)
            """;

    private final JdbcClient jdbc;
    private final Surroundings surroundings;
    private final SupportRequests requests;

    public KeptPairings(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.requests = new SupportRequests(jdbc);
        this.surroundings = new Surroundings(jdbc);
    }

    @Override
    public Optional<Pairing> find(PairingId id) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", id.value())
                .query(KeptPairings::pairing)
                .optional();
    }

    /** Holds the family first, then the volunteer, then the pairing: always in this order, so that nobody waits in a ring. */
    @Override
    public Optional<Pairing> hold(PairingId id) {
        Optional<Pairing> seen = find(id);
        if (seen.isEmpty()) {
            return seen;
        }
        hold("""
                select 1 from family f
                where f.id = (select s.family from support_request s where s.id = :id)
                for no key update
                """, seen.get().request().value());
        hold(
                "select 1 from volunteer where id = :id for no key update",
                seen.get().volunteer().value());
        hold("select 1 from pairing where id = :id for update", id.value());
        return find(id);
    }

    private void hold(String sql, UUID id) {
        jdbc.sql(sql).param("id", id).query((row, number) -> row.getInt(1)).list();
    }

    @Override
    public Snapshot around(Pairing pairing, LocalDate day) {
        return surroundings.of(pairing, day);
    }

    @Override
    public boolean open(SupportRequest request) {
        return requests.open(request.id());
    }

    @Override
    public void keep(Pairing changed, Change change) {
        String sql = """
                update pairing
                set step = :step, version = :version, held = true
                where id = :id and version = :version - 1
                """;
        int updated = jdbc.sql(sql)
                .param("step", changed.step().name())
                .param("version", changed.version())
                .param("id", changed.id().value())
                .update();
        if (updated != 1) {
            throw new OutdatedPairingException(changed);
        }
        write(changed, change);
    }

    private void write(Pairing changed, Change change) {
        String sql = """
                insert into pairing_history (organisation, pairing, at, account, from_step, to_step, reason, note)
                values (:organisation, :pairing, :at, :account, :from, :to, :reason, :note)
                """;
        jdbc.sql(sql)
                .param("organisation", changed.organisation().value())
                .param("pairing", changed.id().value())
                .param("at", Timestamp.from(change.at()))
                .param("account", change.by().value())
                .param("from", change.from().name())
                .param("to", change.to().name())
                .param("reason", change.reason().orElse(null))
                .param("note", change.note().orElse(null))
                .update();
    }

    @Override
    public void keep(Block block, DeclineReason reason, CoordinatorId by) {
        String sql = """
                insert into block (organisation, family, volunteer, until, reason, account)
                select f.organisation, f.id, :volunteer, :until, :reason, :account
                from family f
                where f.id = :family
                on conflict (organisation, family, volunteer) do update
                set until = excluded.until, reason = excluded.reason, account = excluded.account
                where block.until < coalesce(excluded.until, 'infinity')
                """;
        jdbc.sql(sql)
                .param("family", block.family().value())
                .param("volunteer", block.volunteer().value())
                .param("until", block.until().orElse(null), java.sql.Types.DATE)
                .param("reason", reason.name())
                .param("account", by.value())
                .update();
    }

    /** Pairings that a nightly run keeps as they are: under way, or a proposal that a person has touched. */
    public List<Pairing> fixed() {
        return jdbc.sql(SELECT + "where " + FIXED + "order by p.request")
                .query(KeptPairings::pairing)
                .list();
    }

    /** Proposals that nobody has touched yet. */
    public List<Pairing> undecided() {
        return jdbc.sql(SELECT + "where p.step = 'PROPOSED' and not p.held order by p.request")
                .query(KeptPairings::pairing)
                .list();
    }

    /** Blocks that hold on this day, or on a later one. */
    public List<Block> blocks(LocalDate day) {
        String sql = """
                select family, volunteer, until
                from block
                where until is null or until > :day
                order by family, volunteer
                """;
        return jdbc.sql(sql)
                .param("day", day)
                .query((row, number) -> new Block(
                        new FamilyId(Columns.uuid(row, "family")),
                        new VolunteerId(Columns.uuid(row, "volunteer")),
                        Columns.date(row, "until")))
                .list();
    }

    static Pairing pairing(ResultSet row, int number) throws SQLException {
        return new Pairing(
                new PairingId(Columns.uuid(row, "id")),
                new OrganisationId(Columns.uuid(row, "organisation")),
                new SupportRequestId(Columns.uuid(row, "request")),
                new VolunteerId(Columns.uuid(row, "volunteer")),
                new DayParts(row.getInt("day_parts")),
                Step.valueOf(row.getString("step")),
                row.getInt("version"));
    }
}
