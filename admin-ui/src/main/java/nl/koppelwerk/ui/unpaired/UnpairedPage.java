package nl.koppelwerk.ui.unpaired;

import java.util.List;
import nl.koppelwerk.data.view.choice.Choice;
import nl.koppelwerk.ui.shell.HandOver;

/**
 * One request without anybody.
 *
 * @param funnel from all volunteers to those who are left, in the order of the rules
 * @param taken why those who are left are not free
 * @param near whom the fewest rules keep away, with these rules
 * @param small what a volunteer who is there could do
 * @param newcomers which new volunteer would help
 * @param since what changed since the night
 * @param handing what could be handed over to services
 */
record UnpairedPage(
        Choice request,
        boolean served,
        List<Cause> funnel,
        List<String> taken,
        List<Near> near,
        List<String> small,
        List<String> newcomers,
        List<String> since,
        HandOver handing) {

    /** A volunteer who nearly suits. */
    record Near(String volunteer, String distance, List<String> obstacles) {}
}
