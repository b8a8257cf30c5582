package nl.koppelwerk.batch.standing;

import java.time.Clock;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.ProposalReaders;
import nl.koppelwerk.data.run.Renewing;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.data.run.Stamps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The plan between two nights as beans. */
@Configuration(proxyBeanMethods = false)
class StandingConfiguration {
    @Bean
    StandingPlans standingPlans(Snapshots snapshots, Stamps stamps, Clock clock) {
        return new StandingPlans(snapshots, stamps, clock);
    }

    @Bean
    FreshPlans freshPlans(
            OrganisationScope scope,
            Snapshots snapshots,
            StandingPlans standing,
            Runs runs,
            Renewing renewing,
            ProposalReaders readers,
            Clock clock) {
        return new FreshPlans(
                scope,
                new FreshPlans.Known(snapshots, standing),
                runs,
                new FreshPlans.Publication(renewing, readers),
                clock);
    }
}
