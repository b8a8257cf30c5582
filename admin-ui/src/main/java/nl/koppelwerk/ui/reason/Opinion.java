package nl.koppelwerk.ui.reason;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.view.choice.Choice;

/**
 * What there is to know about a proposal beside its reasons.
 *
 * @param volunteer as far as the reader may know
 * @param known whether the reader may ask on about the volunteer
 * @param where in words what the map shows
 * @param certainty whether other good plans have this pair too; empty when it is not up for decision
 * @param forFamily other volunteers for the family
 * @param forVolunteer other families for the volunteer
 */
record Opinion(
        UUID proposal,
        Choice family,
        Choice volunteer,
        boolean known,
        AreaMap map,
        String where,
        Optional<String> certainty,
        List<Option> forFamily,
        List<Option> forVolunteer) {

    /**
     * Another pair.
     *
     * @param name of the one who would come instead: a volunteer or a family
     * @param percent how well the two fit, of 100
     * @param cost what it would cost the others
     */
    record Option(UUID request, UUID volunteer, String name, String distance, int percent, Cost cost) {}
}
