package nl.koppelwerk.ui.person.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.data.intake.Approach;
import nl.koppelwerk.domain.family.OpenCondition;
import nl.koppelwerk.domain.programme.Need;

/**
 * What follows from an intake, and what it lacks.
 *
 * @param goal in the family's own words; empty: not said
 * @param open conditions of its programmes that it does not meet, or that nobody asked about yet
 * @param unasked problems that no open request is about
 * @param strengths what goes well
 * @param reachable whether there is a number or an address
 * @param agreed whether consent is noted and holds
 */
public record Summary(
        Optional<String> goal,
        Optional<Approach> approach,
        List<OpenCondition> open,
        Set<Need> unasked,
        Set<Need> strengths,
        boolean reachable,
        boolean agreed) {
    public Summary {
        open = List.copyOf(open);
        unasked = Need.setOf(unasked);
        strengths = Need.setOf(strengths);
    }

    public List<OpenCondition> toAsk() {
        return open.stream().filter(one -> !one.known()).toList();
    }

    public List<OpenCondition> unmet() {
        return open.stream().filter(OpenCondition::known).toList();
    }

    /** Whether something besides open questions is lacking. */
    public boolean complete() {
        return open.isEmpty() && unasked.isEmpty() && reachable && agreed && goal.isPresent() && approach.isPresent();
    }
}
