package nl.koppelwerk.data.person;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proposals and pairings of a request or a volunteer, as far as closing or stopping touches them. */
final class OpenProposals {
    private static final String OF = "(k.request = :id or k.volunteer = :id)";

    private final JdbcClient jdbc;

    OpenProposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a pairing of this request or volunteer is more than a proposal and not ended. */
    boolean pairingUnderWay(UUID requestOrVolunteer) {
        String sql = """
                select exists (select from pairing k
                               where k.step in ('ACCEPTED', 'ASKED', 'INTRODUCTION', 'TRIAL', 'RUNNING', 'CLOSING') and
                """ + OF + ")";
        return jdbc.sql(sql)
                .param("id", requestOrVolunteer)
                .query(Boolean.class)
                .single();
    }

    /**
     * Ends the proposals of this request or volunteer that wait for a decision, with the reason in their history.
     *
     * @param account who did it; empty: the volunteer or the software
     */
    void withdraw(UUID requestOrVolunteer, String reason, Optional<UUID> account, Instant at) {
        String sql = """
                with ended as (
                    update pairing k set step = 'ENDED', version = version + 1
                    where k.step = 'PROPOSED' and
                """ + OF + """
                    returning k.organisation, k.id)
                insert into pairing_history (organisation, pairing, at, account, from_step, to_step, reason)
                select organisation, id, :at, :account, 'PROPOSED', 'ENDED', :reason from ended
                """;
        jdbc.sql(sql)
                .param("id", requestOrVolunteer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", account.orElse(null), Types.OTHER)
                .param("reason", reason)
                .update();
    }
}
