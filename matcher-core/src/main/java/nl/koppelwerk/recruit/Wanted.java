package nl.koppelwerk.recruit;

import java.util.Set;
import nl.koppelwerk.domain.family.SupportRequestId;

/**
 * A volunteer who would help, and whom: counted by planning with that volunteer, and by planning with all those before in the
 * list as well.
 *
 * @param alone what changes when only this volunteer comes
 * @param together what changes when this one comes and so do all before
 */
public record Wanted(Profile profile, Effect alone, Effect together) {

    /**
     * The requests that fare differently from the plan of the night.
     *
     * @param gained requests without anybody that would have somebody
     * @param lost requests that would lose theirs, for weightier ones
     */
    public record Effect(Set<SupportRequestId> gained, Set<SupportRequestId> lost) {
        public static final Effect NONE = new Effect(Set.of(), Set.of());

        public Effect {
            gained = Set.copyOf(gained);
            lost = Set.copyOf(lost);
        }

        public int more() {
            return gained.size() - lost.size();
        }
    }
}
