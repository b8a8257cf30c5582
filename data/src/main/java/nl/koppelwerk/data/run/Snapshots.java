package nl.koppelwerk.data.run;

import java.time.LocalDate;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.KeptPairings;
import nl.koppelwerk.data.store.OnBothSides;
import nl.koppelwerk.data.store.OpenConditions;
import nl.koppelwerk.data.store.Places;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.store.SupportRequests;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what a night is decided on. */
public final class Snapshots {
    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Programmes programmes;
    private final Families families;
    private final SupportRequests requests;
    private final Volunteers volunteers;
    private final KeptPairings pairings;
    private final Places places;
    private final OpenConditions open;
    private final OnBothSides bothSides;

    public Snapshots(JdbcClient jdbc, OrganisationScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.programmes = new Programmes(jdbc);
        this.families = new Families(jdbc);
        this.requests = new SupportRequests(jdbc);
        this.volunteers = new Volunteers(jdbc);
        this.pairings = new KeptPairings(jdbc);
        this.places = new Places(jdbc);
        this.open = new OpenConditions(jdbc);
        this.bothSides = new OnBothSides(jdbc);
    }

    /**
     * Everything as it was at one moment, whatever people change while it is being read, and also what the reader may not see:
     * a plan is made for the whole organisation.
     */
    public Snapshot read(OrganisationId organisation, LocalDate day) {
        return scope.reading(organisation, () -> WholeOrganisation.seen(jdbc, () -> all(organisation, day)));
    }

    private Snapshot all(OrganisationId organisation, LocalDate day) {
        return new Snapshot(
                organisation,
                day,
                programmes.list(),
                families.list(),
                requests.current(),
                volunteers.list(),
                pairings.fixed(day),
                pairings.undecided(day),
                pairings.blocks(day),
                places.inhabited(),
                open.list(),
                bothSides.list(day));
    }
}
