package nl.koppelwerk.batch.own;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.retention.Retention;
import nl.koppelwerk.data.signup.NeedsNearby;
import nl.koppelwerk.data.signup.Registrations;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * Once a day: counts what the page for signing up says is needed nearby, and forgets who did not confirm an address
 * and what is past its term.
 */
public final class SignUps {
    private final OrganisationScope scope;
    private final NeedsNearby needs;
    private final Registrations registrations;
    private final Retention retention;
    private final Clock clock;
    private final Map<OrganisationId, LocalDate> done = new ConcurrentHashMap<>();

    public SignUps(
            OrganisationScope scope, NeedsNearby needs, Registrations registrations, Retention retention, Clock clock) {
        this.scope = scope;
        this.needs = needs;
        this.registrations = registrations;
        this.retention = retention;
        this.clock = clock;
    }

    /** Does nothing when it was done today. */
    public void daily(OrganisationId organisation) {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(done.get(organisation))) {
            scope.inside(organisation, () -> {
                needs.count(organisation, today);
                registrations.sweep();
            });
            retention.letGo(organisation);
            done.put(organisation, today);
        }
    }
}
