package nl.koppelwerk.data.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.domain.family.FamilyId;
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
import nl.koppelwerk.pairing.HandMade;
import nl.koppelwerk.pairing.OutdatedPairingException;
import nl.koppelwerk.pairing.Pairings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pairings in PostgreSQL, with their history and the blocks that declining leaves behind. */
public final class KeptPairings implements Pairings {
    private static final String SELECT = """
            select p.organisation, p.id, p.request, p.volunteer, p.day_parts, p.step, p.version
            from pairing p
            """;
    private static final String RESERVED = "(p.held and (p.held_until is null or p.held_until > :day))\n";
    private static final String FIXED = """
            (p.step in ('ACCEPTED', 'ASKED', 'INTRODUCTION', 'TRIAL', 'RUNNING', 'CLOSING')
             or p.step = 'PROPOSED' and
            """ + RESERVED + ")\n";

    private final JdbcClient jdbc;
    private final Surroundings surroundings;
    private final SupportRequests requests;
    private final PairingHistory history;
    private final LendingsAsked lendings;

    public KeptPairings(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.requests = new SupportRequests(jdbc);
        this.surroundings = new Surroundings(jdbc);
        this.history = new PairingHistory(jdbc);
        this.lendings = new LendingsAsked(jdbc);
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
        // A volunteer of another programme is held too, though the coordinator does not see who it is.
        WholeOrganisation.seen(jdbc, () -> hold(seen.get().request(), seen.get().volunteer()));
        hold("select 1 from pairing where id = :id for update", id.value());
        return find(id);
    }

    @Override
    public boolean hold(SupportRequestId request, VolunteerId volunteer) {
        return hold("""
                select 1 from family f
                where f.id = (select s.family from support_request s where s.id = :id)
                for no key update
                """, request.value())
                && hold("select 1 from volunteer where id = :id for no key update", volunteer.value())
                && hold("""
                        select 1 from programme g
                        where g.id = (select s.programme from support_request s where s.id = :id)
                        for no key update
                        """, request.value());
    }

    private boolean hold(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, number) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    @Override
    public Optional<Pairing> sketch(PairingId id, HandMade wanted) {
        String sql = """
                select q.organisation, cast(:id as uuid) as id, q.id as request, v.id as volunteer,
                       cast(:dayParts as integer) as day_parts, 'PROPOSED' as step, 1 as version
                from support_request q join volunteer v on v.organisation = q.organisation
                where q.id = :request and v.id = :volunteer
                """;
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("dayParts", wanted.dayParts().bits())
                .param("request", wanted.request().value())
                .param("volunteer", wanted.volunteer().value())
                .query(KeptPairings::pairing)
                .optional();
    }

    @Override
    public Snapshot around(Pairing pairing, LocalDate day) {
        return surroundings.of(pairing, day);
    }

    /** Of the whole programme, whatever part of it the coordinator sees. */
    @Override
    public int introductionsUnderWay(SupportRequestId request) {
        String sql = """
                select count(*)
                from support_request own
                join support_request s on s.organisation = own.organisation and s.programme = own.programme
                join pairing p on p.organisation = s.organisation and p.request = s.id
                where own.id = :request and s.id <> own.id and p.step in ('ACCEPTED', 'ASKED', 'INTRODUCTION')
                """;
        return WholeOrganisation.seen(
                jdbc,
                () -> jdbc.sql(sql)
                        .param("request", request.value())
                        .query(Integer.class)
                        .single());
    }

    @Override
    public boolean open(SupportRequestId request) {
        return requests.open(request);
    }

    @Override
    public Optional<Pairing> standing(SupportRequestId request) {
        return jdbc.sql(SELECT + "where p.request = :request and p.step <> 'ENDED'")
                .param("request", request.value())
                .query(KeptPairings::pairing)
                .optional();
    }

    @Override
    public boolean reserved(PairingId proposal, LocalDate day) {
        return jdbc.sql("select count(*) from pairing p where p.id = :id and p.step = 'PROPOSED' and " + RESERVED)
                        .param("id", proposal.value())
                        .param("day", day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<Change> lastChange(PairingId id) {
        return history.last(id);
    }

    @Override
    public Optional<Pairing> findReplaced(Pairing pairing, Change decision) {
        String sql = SELECT + """
                join pairing_history h on h.organisation = p.organisation and h.pairing = p.id
                where p.request = :request and p.id <> :id and p.step = 'ENDED'
                  and h.reason = 'REPLACED' and h.account = :account and h.at = :at
                """;
        return jdbc.sql(sql)
                .param("request", pairing.request().value())
                .param("id", pairing.id().value())
                .param("account", decision.by().account().orElseThrow())
                .param("at", Timestamp.from(decision.at()))
                .query(KeptPairings::pairing)
                .optional();
    }

    @Override
    public void add(Pairing proposal, CoordinatorId by, Instant at) {
        String sql = """
                insert into pairing (organisation, id, request, volunteer, day_parts, step, held, proposed_at)
                values (:organisation, :id, :request, :volunteer, :dayParts, 'PROPOSED', true, :at)
                """;
        jdbc.sql(sql)
                .param("organisation", proposal.organisation().value())
                .param("id", proposal.id().value())
                .param("request", proposal.request().value())
                .param("volunteer", proposal.volunteer().value())
                .param("dayParts", proposal.dayParts().bits())
                .param("at", Timestamp.from(at))
                .update();
        history.addMade(proposal, by, at);
    }

    @Override
    public void keep(Pairing changed, Change change) {
        update(changed, Optional.empty());
        history.add(changed, change);
        if (changed.step() == Step.ACCEPTED && change.from() == Step.PROPOSED) {
            lendings.ask(changed, change.at());
        } else if (changed.step() == Step.PROPOSED) {
            lendings.withdraw(changed);
        }
    }

    /** Whether the programme of the volunteer said yes, where that has to be asked. */
    boolean lenderAgrees(Pairing pairing) {
        return lendings.agreed(pairing);
    }

    /** A line that changes nothing. */
    void remember(Pairing pairing, Change tooLate) {
        history.add(pairing, tooLate);
    }

    @Override
    public void reserve(Pairing proposal, LocalDate until, Change change) {
        update(proposal, Optional.of(until));
        history.add(proposal, change);
    }

    /** A proposal that is no longer held is as untouched as the night left it. */
    private void update(Pairing changed, Optional<LocalDate> heldUntil) {
        String sql = """
                update pairing
                set step = :step, version = :version, held = :held, held_until = :until
                where id = :id and version = :version - 1
                """;
        int updated = jdbc.sql(sql)
                .param("step", changed.step().name())
                .param("version", changed.version())
                .param("held", heldUntil.isPresent() || changed.step() != Step.PROPOSED)
                .param("until", heldUntil.orElse(null), Types.DATE)
                .param("id", changed.id().value())
                .update();
        if (updated != 1) {
            throw new OutdatedPairingException(changed);
        }
    }

    @Override
    public void keepOverridden(PairingId pairing, String rule, String justification) {
        String sql = """
                insert into pairing_override (organisation, pairing, rule, justification)
                select organisation, id, :rule, :justification from pairing where id = :id
                """;
        jdbc.sql(sql)
                .param("rule", rule)
                .param("justification", Clear.of(Cell.OVERRIDE_JUSTIFICATION, pairing.value(), justification))
                .param("id", pairing.value())
                .update();
    }

    @Override
    public void lift(Pairing declined, Change decline) {
        String sql = """
                delete from block b
                using support_request q
                where q.id = :request and b.organisation = q.organisation and b.family = q.family
                  and b.volunteer = :volunteer and b.reason = :reason and b.account = :account
                """;
        jdbc.sql(sql)
                .param("request", declined.request().value())
                .param("volunteer", declined.volunteer().value())
                .param("reason", decline.reason().orElse(""))
                .param("account", decline.by().account().orElseThrow())
                .update();
    }

    @Override
    public void keep(Block block, DeclineReason reason, CoordinatorId by) {
        keep(block, reason.name(), by);
    }

    /** Keeps the family and the volunteer of this pairing from being proposed together. */
    void block(Pairing ended, String reason, Optional<LocalDate> until, CoordinatorId by) {
        FamilyId family = jdbc.sql("select family from support_request where id = :id")
                .param("id", ended.request().value())
                .query((row, number) -> new FamilyId(Columns.uuid(row, "family")))
                .single();
        keep(new Block(family, ended.volunteer(), until), reason, by);
    }

    private void keep(Block block, String reason, CoordinatorId by) {
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
                .param("until", block.until().orElse(null), Types.DATE)
                .param("reason", reason)
                .param("account", by.value())
                .update();
    }

    /** Pairings that a run on this day keeps as they are: under way, or a volunteer held for a family. */
    public List<Pairing> fixed(LocalDate day) {
        return jdbc.sql(SELECT + "where " + FIXED + "order by p.request")
                .param("day", day)
                .query(KeptPairings::pairing)
                .list();
    }

    /** Proposals that a run on this day may change. */
    public List<Pairing> undecided(LocalDate day) {
        return jdbc.sql(SELECT + "where p.step = 'PROPOSED' and not " + RESERVED + "order by p.request")
                .param("day", day)
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
