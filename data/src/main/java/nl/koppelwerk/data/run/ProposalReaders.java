package nl.koppelwerk.data.run;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has which proposal open: a plan made anew during the day leaves it alone for a while. */
public final class ProposalReaders {
    /** How long a proposal counts as being looked at after its page was asked for. */
    static final Duration BUSY = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Clock clock;

    public ProposalReaders(JdbcClient jdbc, OrganisationScope scope, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.clock = clock;
    }

    static Timestamp busySince(Clock clock) {
        return Timestamp.from(clock.instant().minus(BUSY));
    }

    /** Notes that somebody looks at a proposal now, and at no other; does nothing for one that is no longer there. */
    public void note(OrganisationId organisation, PairingId proposal, UUID account) {
        String sql = """
                with gone as (
                    delete from proposal_reader
                    where account = :account and pairing <> :pairing)
                insert into proposal_reader (organisation, pairing, account, seen_at)
                select p.organisation, p.id, :account, :now
                from pairing p
                where p.id = :pairing and p.step = 'PROPOSED'
                on conflict (organisation, pairing, account) do update set seen_at = excluded.seen_at
                """;
        scope.inside(organisation, () -> {
            jdbc.sql(sql)
                    .param("account", account)
                    .param("pairing", proposal.value())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        });
    }

    /** Proposals that somebody has open. */
    public Set<PairingId> open(OrganisationId organisation) {
        String sql = "select distinct pairing from proposal_reader where seen_at > :busySince";
        return scope.reading(
                organisation,
                () -> new HashSet<>(jdbc.sql(sql)
                        .param("busySince", busySince(clock))
                        .query((row, number) -> new PairingId(row.getObject("pairing", UUID.class)))
                        .list()));
    }
}
