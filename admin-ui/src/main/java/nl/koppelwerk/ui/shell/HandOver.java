package nl.koppelwerk.ui.shell;

import java.util.List;
import nl.koppelwerk.data.referral.WarmReferrals;
import nl.koppelwerk.referral.Service;

/**
 * What of one request can be handed over to services, and what was.
 *
 * @param trained needs that a volunteer should not carry alone
 * @param offers services whose conditions are met or nearly met, what is met first
 * @param referrals open ones first
 */
public record HandOver(List<Trained> trained, List<Offer> offers, List<WarmReferrals.Kept> referrals) {
    /** @param services names of those that serve it */
    public record Trained(String need, String why, List<String> services) {}

    /** @param needs of the request that it serves */
    public record Offer(Service service, String needs, List<String> met, List<String> missing) {}
}
