package nl.koppelwerk.ui.proposal;

import java.time.Clock;
import java.util.UUID;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.DecliningProposals;
import nl.koppelwerk.pairing.HoldingProposals;
import nl.koppelwerk.pairing.PairingByHand;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.pairing.UndoingDecisions;
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

    @Bean
    HoldingProposals holdingProposals(Pairings pairings, Clock clock) {
        return new HoldingProposals(pairings, clock);
    }

    @Bean
    UndoingDecisions undoingDecisions(Pairings pairings, Clock clock) {
        return new UndoingDecisions(pairings, clock);
    }

    @Bean
    PairingByHand pairingByHand(Pairings pairings, Clock clock) {
        return new PairingByHand(pairings, clock, UUID::randomUUID);
    }
}
