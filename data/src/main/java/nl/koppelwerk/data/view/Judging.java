package nl.koppelwerk.data.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.koppelwerk.data.store.KeptPairings;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.Sides;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.fit.rule.Pair;
import nl.koppelwerk.matching.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said of a pair: by the night that proposed it, or, when a person made it, by the rules today. */
final class Judging {
    private final KeptPairings pairings;
    private final Clock clock;

    Judging(JdbcClient jdbc, Clock clock) {
        this.pairings = new KeptPairings(jdbc);
        this.clock = clock;
    }

    /** The distance and the reasons. */
    record Said(int metres, List<Finding> reasons) {}

    /** @param row with reasons and distance_metres, both null when no night proposed the pair */
    Said said(PairingId id, ResultSet row) throws SQLException {
        @Nullable String reasons = row.getString("reasons");
        return reasons == null ? today(id) : new Said(row.getInt("distance_metres"), Stored.readReasons(reasons));
    }

    private Said today(PairingId id) {
        Pairing pairing = pairings.find(id).orElseThrow();
        Pair pair = new Sides(pairings.around(pairing, LocalDate.now(clock)))
                .getPair(pairing.request(), pairing.volunteer());
        return new Said(pair.metres(), Rules.judge(pair).reasons());
    }
}
