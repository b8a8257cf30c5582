package nl.koppelwerk.data.seal;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Gives entries of the audit log their place in the chain and signs its end. Where the chain does not go on from the last head
 * that was signed, nothing is sealed any more: that would make look whole what somebody has changed.
 */
public final class SealingAudit implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(SealingAudit.class);

    /** Where nothing waits, a round in so many looks whether another server has sealed. */
    private static final int LOOK_AROUND = 12;

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final HeadFile heads;
    private final Clock clock;
    private final Set<OrganisationId> refused = new HashSet<>();
    private long rounds;

    public SealingAudit(JdbcClient jdbc, OrganisationScope scope, HeadFile heads, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.heads = heads;
        this.clock = clock;
    }

    /** A round over all organisations; what goes wrong at one waits for the next round and keeps no other waiting. */
    @Override
    public void run() {
        try {
            boolean all = rounds++ % LOOK_AROUND == 0;
            organisations(all ? "list_organisations" : "unsealed_organisations").forEach(this::sealOrSay);
        } catch (DataAccessException | TransactionException e) {
            log.warn("The audit log is not sealed this time", e);
        }
    }

    private void sealOrSay(OrganisationId organisation) {
        try {
            seal(organisation);
        } catch (DataAccessException | TransactionException | UncheckedIOException e) {
            log.error("The audit log of {} is not sealed this time", organisation.value(), e);
        }
    }

    /**
     * Seals what waits.
     *
     * @return how many; empty when the chain does not go on from the last head, which the log says once
     */
    public Optional<Long> seal(OrganisationId organisation) {
        long sealed = 0;
        Optional<Integer> some;
        do {
            some = heads.alone(() -> sealSome(organisation));
            if (some.isEmpty()) {
                say(organisation);
                return Optional.empty();
            }
            sealed += some.get();
        } while (some.get() > 0);
        refused.remove(organisation);
        return Optional.of(sealed);
    }

    private void say(OrganisationId organisation) {
        if (refused.add(organisation)) {
            log.error(
                    "The audit log of {} does not go on from its last signed head in {} and is not sealed any more;"
                            + " ./koppelwerk verify-audit says where",
                    organisation.value(),
                    heads.file());
        }
    }

    /** The line in the file comes after the commit: a head of what is not there would look like a tail that was cut. */
    private Optional<Integer> sealSome(OrganisationId organisation) {
        Optional<Head> last = heads.last(organisation);
        Optional<Sealed> done = Objects.requireNonNull(scope.inside(organisation, () -> {
            ChainedEntries entries = new ChainedEntries(jdbc);
            entries.alone(organisation);
            return new Joint(entries, last, heads.exists()).end().map(end -> sealed(entries, end));
        }));
        done.filter(one -> one.end().place() > last.map(Head::place).orElse(0L)).ifPresent(one -> {
            Head.Kind kind = one.count() == 0
                            || one.before().place() != last.map(Head::place).orElse(0L)
                    ? Head.Kind.WITNESSED
                    : Head.Kind.SEALED;
            heads.add(new Head(
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    kind,
                    organisation,
                    one.end().place(),
                    one.end().hash()));
        });
        return done.map(Sealed::count);
    }

    private record Sealed(Link before, Link end, int count) {}

    private static Sealed sealed(ChainedEntries entries, Link before) {
        List<Long> numbers = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Link end = before;
        for (ChainedEntry entry : entries.unsealed()) {
            end = end.then(entry);
            numbers.add(entry.number());
            links.add(end);
        }
        if (!numbers.isEmpty()) {
            entries.seal(numbers, links);
        }
        return new Sealed(before, end, numbers.size());
    }

    private List<OrganisationId> organisations(String from) {
        return jdbc.sql("select organisation from " + from + "()")
                .query((row, number) -> new OrganisationId(row.getObject("organisation", UUID.class)))
                .list();
    }
}
