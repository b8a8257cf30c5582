package nl.koppelwerk.data.work;

import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The side of the run: it offers pieces, takes what nobody is at, and reads the answers. All moments are by the clock of the
 * database, so that those of the computers need not agree.
 */
public final class WorkJobs {
    static final String CHANNEL = "koppelwerk_work";

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Supplier<UUID> newIds;

    public WorkJobs(JdbcClient jdbc, OrganisationScope scope, Supplier<UUID> newIds) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.newIds = newIds;
    }

    /** Pieces that are planned at the same time. */
    public record Job(OrganisationId organisation, UUID id) {}

    /**
     * A piece for anybody.
     *
     * @param size the largest are handed out first
     */
    public record Offer(int number, int size, byte[] task) {
        @Override
        public String toString() {
            return "piece " + number + " of " + size;
        }
    }

    /**
     * What a worker brought back.
     *
     * @param bytes empty when it could not plan the piece
     */
    public record Arrival(int number, Optional<byte[]> bytes, Optional<UUID> worker) {}

    /** Says which software keeps this database, so that workers of another version refuse. */
    public void keptBy(String version) {
        jdbc.sql("""
                        insert into work.software as s (version) values (:version)
                        on conflict (the_one) do update set version = :version, since = clock_timestamp()
                        where s.version <> :version
                        """).param("version", version).update();
    }

    /** Whether somebody of this version has given a sign of life lately. */
    public boolean isAnybodyThere(String version) {
        return jdbc.sql("""
                        select exists (select from work.worker
                                       where version = :version and seen_at > clock_timestamp() - :within * interval '1 ms')
                        """)
                .param("version", version)
                .param("within", Workers.ALIVE.toMillis())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Removes what an earlier run of the organisation left; to be called under its lock. */
    public void clear(OrganisationId organisation) {
        scope.inside(organisation, () -> {
            jdbc.sql("delete from work.job").update();
        });
    }

    /**
     * @param lease how long a worker may be silent
     * @param left after this nobody needs an answer
     */
    public Job offer(Run run, String version, Duration lease, Duration left, List<Supplier<Offer>> offers) {
        Job job = new Job(run.organisation(), newIds.get());
        scope.inside(job.organisation(), () -> {
            jdbc.sql("""
                            insert into work.job (organisation, id, run, version, lease, until)
                            values (:organisation, :job, :run, :version, :lease * interval '1 ms',
                                    clock_timestamp() + :left * interval '1 ms')
                            """)
                    .param("organisation", job.organisation().value())
                    .param("job", job.id())
                    .param("run", run.id().value())
                    .param("version", version)
                    .param("lease", lease.toMillis())
                    .param("left", left.toMillis())
                    .update();
            offers.forEach(offer -> add(job, offer.get()));
            jdbc.sql("select pg_notify('" + CHANNEL + "', '')")
                    .query((row, number) -> number)
                    .list();
        });
        return job;
    }

    private void add(Job job, Offer offer) {
        jdbc.sql("""
                        insert into work.piece (organisation, job, number, size, task)
                        values (:organisation, :job, :number, :size, :task)
                        """)
                .param("organisation", job.organisation().value())
                .param("job", job.id())
                .param("number", offer.number())
                .param("size", offer.size())
                .param("task", offer.task())
                .update();
    }

    /** The largest piece that nobody is at, from now on the run's own; a late answer of whoever had it is refused. */
    public Optional<Integer> take(Job job) {
        return scope.inside(
                job.organisation(),
                () -> jdbc.sql("""
                        update work.piece p
                        set token = p.token + 1, worker = null, claimed_at = clock_timestamp(), lease_until = 'infinity'
                        where p.job = :job and p.number = (
                            select q.number from work.piece q
                            where q.job = :job and q.answer is null
                              and (q.lease_until is null or q.lease_until < clock_timestamp())
                              and (q.refused is null or q.worker is not null)
                            order by q.size desc, q.number
                            limit 1
                            for update skip locked)
                        returning p.number
                        """)
                        .param("job", job.id())
                        .query((row, number) -> row.getInt("number"))
                        .optional());
    }

    /** The piece that a worker has been at for longest, when that is longer than this; the worker may go on. */
    public Optional<Integer> findSlow(Job job, Duration longerThan, Collection<Integer> except) {
        return scope.inside(
                job.organisation(),
                () -> jdbc.sql("""
                        select number from work.piece
                        where job = :job and answered_at is null and worker is not null
                          and claimed_at < clock_timestamp() - :millis * interval '1 ms' and number <> all (:except::integer[])
                        order by claimed_at, number
                        limit 1
                        """)
                        .param("job", job.id())
                        .param("millis", longerThan.toMillis())
                        .param("except", numbers(except), Types.OTHER)
                        .query((row, number) -> row.getInt("number"))
                        .optional());
    }

    /** Gives a sign of life of the run, and reads what came in since. */
    public List<Arrival> listen(Job job, Collection<Integer> known) {
        return scope.inside(job.organisation(), () -> {
            jdbc.sql("""
                            update work.job set seen_at = clock_timestamp()
                            where id = :job and seen_at < clock_timestamp() - lease / 10
                            """).param("job", job.id()).update();
            return jdbc.sql("""
                            select number, answer, worker from work.piece
                            where job = :job and answered_at is not null and number <> all (:known::integer[])
                            order by number
                            """)
                    .param("job", job.id())
                    .param("known", numbers(known), Types.OTHER)
                    .query((row, number) -> new Arrival(
                            row.getInt("number"),
                            Optional.ofNullable(row.getBytes("answer")),
                            Optional.ofNullable(row.getObject("worker", UUID.class))))
                    .list();
        });
    }

    /** Nobody needs to plan these any more. */
    public void end(Job job) {
        scope.inside(job.organisation(), () -> {
            jdbc.sql("delete from work.job where id = :job")
                    .param("job", job.id())
                    .update();
        });
    }

    private static String numbers(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
}
