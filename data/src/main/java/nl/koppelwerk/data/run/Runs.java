package nl.koppelwerk.data.run;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.ClearBytes;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The runs of an organisation. Everything but {@link #organisationOf} works inside an
 * {@link nl.koppelwerk.data.database.OrganisationScope}.
 */
public final class Runs {
    private static final String SELECT = """
            select id, organisation, attempt, fence, seed, day, status, started_at, finished_at, software_version,
                   served_weight, served_weight_bound, fit, fit_bound, requests, volunteers, feasible_pairs, proposed,
                   unpaired, mean_distance_metres, time_limit_reached, failure
            from run
            """;

    /** The clocks of two machines that are kept right do not. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    public Runs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose run it is; needs no scope. Empty when there is no such run. */
    public Optional<OrganisationId> organisationOf(RunId id) {
        return jdbc.sql("select organisation_of_run(:id) as organisation")
                .param("id", id.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("organisation", UUID.class))
                        .map(OrganisationId::new))
                .single();
    }

    /** Starts a run; from now on no earlier run of the organisation may write. */
    public Run start(OrganisationId organisation, UUID attempt, long seed, LocalDate day, String softwareVersion) {
        long fence = nextFence(organisation);
        Timestamp now = Timestamp.from(clock.instant());
        String overtake = """
                update run
                set status = 'FAILED', finished_at = :now, failure = 'overtaken'
                where organisation = :organisation and status = 'RUNNING'
                """;
        jdbc.sql(overtake)
                .param("now", now)
                .param("organisation", organisation.value())
                .update();
        String insert = """
                insert into run (organisation, attempt, fence, seed, day, status, started_at, software_version)
                values (:organisation, :attempt, :fence, :seed, :day, 'RUNNING', :now, :softwareVersion)
                returning id
                """;
        long id = jdbc.sql(insert)
                .param("organisation", organisation.value())
                .param("attempt", attempt)
                .param("fence", fence)
                .param("seed", seed)
                .param("day", day)
                .param("now", now)
                .param("softwareVersion", softwareVersion)
                .query((row, number) -> row.getLong("id"))
                .single();
        return get(new RunId(id));
    }

    private long nextFence(OrganisationId organisation) {
        String sql = """
                insert into run_fence (organisation, number)
                values (:organisation, 1)
                on conflict (organisation) do update set number = run_fence.number + 1
                returning number
                """;
        return jdbc.sql(sql)
                .param("organisation", organisation.value())
                .query((row, number) -> row.getLong("number"))
                .single();
    }

    /**
     * Makes sure that no later run writes until the transaction ends.
     *
     * @throws OvertakenException when a later run has started
     */
    void hold(Run run) {
        String sql = "select number from run_fence where organisation = :organisation for update";
        long current = jdbc.sql(sql)
                .param("organisation", run.organisation().value())
                .query((row, number) -> row.getLong("number"))
                .single();
        if (current != run.fence()) {
            throw new OvertakenException(run);
        }
    }

    /**
     * Keeps what the run decides on, so that it can be replayed.
     *
     * @throws OvertakenException when a later run has started
     */
    public void keep(Run run, Snapshot snapshot) {
        hold(run);
        byte[] packed = SnapshotFormat.pack(snapshot);
        String sql = """
                update run
                set snapshot = :snapshot, snapshot_sha256 = sha256(:packed), rules_versions = cast(:rules as jsonb)
                where id = :id
                """;
        jdbc.sql(sql)
                .param(
                        "snapshot",
                        new ClearBytes(Cell.RUN_SNAPSHOT, run.organisation().value(), packed))
                .param("packed", packed)
                .param("rules", SnapshotFormat.rulesVersions(snapshot))
                .param("id", run.id().value())
                .update();
    }

    /** What the run was decided on; empty when it ended before that was kept. */
    public Optional<Snapshot> findSnapshot(RunId id) {
        return bytes("select snapshot as content from run where id = :id", id).map(SnapshotFormat::unpack);
    }

    /** Whether what the run was decided on is as it was kept, before it was encrypted; nothing kept is nothing changed. */
    boolean keepsItsSnapshot(RunId id) {
        return bytes("select snapshot as content from run where id = :id", id)
                .map(Runs::sha256)
                .equals(bytes("select snapshot_sha256 as content from run where id = :id", id)
                        .map(HexFormat.of()::formatHex));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }

    /** Whose name was taken out of what the run was decided on; with it went a street and a school, which rules may read. */
    public int erasedPersons(RunId id) {
        return jdbc.sql("select erased_persons from run where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** The proof of the bound, as the optimiser wrote it. */
    public Optional<byte[]> findCertificate(RunId id) {
        return bytes("select certificate as content from run where id = :id", id);
    }

    private Optional<byte[]> bytes(String sql, RunId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, number) -> Optional.ofNullable(row.getBytes("content")))
                .optional()
                .flatMap(found -> found);
    }

    /**
     * Records that the run has failed, or was cancelled when somebody asked for that; proposals stay as they were.
     *
     * @param failure what went wrong, without persons
     */
    public void fail(Run run, String failure) {
        String sql = """
                update run
                set status = case when cancel_requested_at is null then 'FAILED' else 'CANCELLED' end,
                    finished_at = :now, failure = :failure
                where id = :id and status = 'RUNNING'
                """;
        jdbc.sql(sql)
                .param("now", Timestamp.from(clock.instant()))
                .param("failure", failure)
                .param("id", run.id().value())
                .update();
    }

    public Optional<Run> find(RunId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(Runs::run)
                .optional();
    }

    public Run get(RunId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no run " + id.value()));
    }

    /** The run whose proposals stand. */
    public Optional<Run> findLastPublished() {
        return jdbc.sql(SELECT + "where status = 'PUBLISHED' order by id desc limit 1")
                .query(Runs::run)
                .optional();
    }

    /**
     * The last run that has published and started at this moment or later. One that started in the future did so by a clock
     * that was wrong, and counts for no night before it.
     */
    public Optional<Run> findPublishedSince(Instant moment) {
        String sql = """
                where status = 'PUBLISHED' and started_at >= :moment and started_at <= :latest
                order by id desc limit 1
                """;
        return jdbc.sql(SELECT + sql)
                .param("moment", Timestamp.from(moment))
                .param("latest", Timestamp.from(clock.instant().plus(CLOCKS_DIFFER)))
                .query(Runs::run)
                .optional();
    }

    /** The latest first. */
    public List<Run> list(int atMost) {
        return jdbc.sql(SELECT + "order by id desc limit :atMost")
                .param("atMost", atMost)
                .query(Runs::run)
                .list();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        Run.Status status = Run.Status.valueOf(row.getString("status"));
        return new Run(
                new RunId(row.getLong("id")),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getObject("attempt", UUID.class),
                row.getLong("fence"),
                row.getLong("seed"),
                row.getObject("day", LocalDate.class),
                status,
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
                row.getString("software_version"),
                status == Run.Status.PUBLISHED ? Optional.of(figures(row)) : Optional.empty(),
                Optional.ofNullable(row.getString("failure")));
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getLong("served_weight"),
                row.getLong("served_weight_bound"),
                row.getLong("fit"),
                Optional.ofNullable(row.getObject("fit_bound", Long.class)),
                row.getInt("requests"),
                row.getInt("volunteers"),
                row.getLong("feasible_pairs"),
                row.getInt("proposed"),
                row.getInt("unpaired"),
                row.getInt("mean_distance_metres"),
                row.getBoolean("time_limit_reached"));
    }
}
