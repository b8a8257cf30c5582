package nl.koppelwerk.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.batch.standing.KeptPlan;
import nl.koppelwerk.batch.standing.StandingPlans;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.referral.KeptServices;
import nl.koppelwerk.data.referral.WarmReferrals;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.referral.NotForVolunteers;
import nl.koppelwerk.referral.Referral;
import org.springframework.stereotype.Component;

/** Holds a request, paired or not, against the directory of services, and says it to one reader. */
@Component
public final class HandOvers {
    private final StandingPlans plans;
    private final OrganisationScope scope;
    private final KeptServices services;
    private final WarmReferrals referrals;

    HandOvers(StandingPlans plans, OrganisationScope scope, KeptServices services, WarmReferrals referrals) {
        this.plans = plans;
        this.scope = scope;
        this.services = services;
        this.referrals = referrals;
    }

    /** Of a request that the reader may see; of a closed one only what was handed over before. */
    public HandOver of(SupportRequestId request, Coordinator reader, Words words) {
        Optional<Asking> asking = asking(request, reader);
        return scope.reading(reader.organisation(), () -> {
            List<Referral> found =
                    asking.map(one -> Referral.of(services.services(), one)).orElse(List.of());
            return new HandOver(
                    asking.map(one -> trained(one, found, words)).orElse(List.of()),
                    found.stream().map(one -> offer(one, words)).toList(),
                    referrals.of(request));
        });
    }

    private Optional<Asking> asking(SupportRequestId request, Coordinator reader) {
        KeptPlan plan = plans.of(reader.organisation());
        return plan.findRequest(request).map(found -> plan.candidates().sides().getAsking(found.id()));
    }

    private static List<HandOver.Trained> trained(Asking asking, List<Referral> found, Words words) {
        return NotForVolunteers.of(asking).stream()
                .map(one -> new HandOver.Trained(
                        words.needs(Set.of(one.need())),
                        words.say(one.why()),
                        found.stream()
                                .filter(referral -> referral.needs().contains(one.need()))
                                .map(referral -> referral.service().name())
                                .toList()))
                .toList();
    }

    private static HandOver.Offer offer(Referral referral, Words words) {
        return new HandOver.Offer(
                referral.service(),
                words.needs(referral.needs()),
                referral.met().stream().map(words::say).toList(),
                referral.missing().stream().map(words::say).toList());
    }
}
