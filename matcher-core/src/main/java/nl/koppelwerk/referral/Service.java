package nl.koppelwerk.referral;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.domain.programme.Need;

/**
 * A service that exists already, in the directory of an organisation.
 *
 * @param provider who offers it
 * @param open whether people can go there now
 * @param needs that it serves; empty: the directory does not say
 * @param eligibility for whom it is, in words that only a person can weigh
 * @param application how one gets in
 */
public record Service(
        UUID id,
        String name,
        String provider,
        String description,
        boolean open,
        Set<Need> needs,
        List<Condition> conditions,
        Optional<String> eligibility,
        Optional<String> application,
        Optional<String> url) {
    public Service {
        needs = Need.setOf(needs);
        conditions = List.copyOf(conditions);
    }
}
