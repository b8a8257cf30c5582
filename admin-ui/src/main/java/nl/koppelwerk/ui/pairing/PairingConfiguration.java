package nl.koppelwerk.ui.pairing;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.pairing.PairingByHand;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.pairing.life.FollowingPairings;
import nl.koppelwerk.pairing.life.Lives;
import nl.koppelwerk.pairing.life.Rematching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages do with pairings. */
@Configuration(proxyBeanMethods = false)
class PairingConfiguration {
    @Bean
    FollowingPairings followingPairings(Pairings pairings, Lives lives, Clock clock) {
        return new FollowingPairings(pairings, lives, clock);
    }

    @Bean
    Rematching rematching(Pairings pairings, Lives lives, Clock clock, Supplier<UUID> newIds) {
        return new Rematching(new PairingByHand(pairings, clock, newIds), lives);
    }
}
