package nl.koppelwerk.ui.proposal;

import java.time.Clock;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.DecliningProposals;
import nl.koppelwerk.pairing.Pairings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The decisions that the pages offer. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {
    @Bean
    ConfirmingProposals confirmingProposals(Pairings pairings, Clock clock) {
        return new ConfirmingProposals(pairings, clock);
    }

    @Bean
    DecliningProposals decliningProposals(Pairings pairings, Clock clock) {
        return new DecliningProposals(pairings, clock);
    }
}
