package nl.koppelwerk.solver.timefold;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Planning entity: a request and the choice made for it. A JavaBean because Timefold asks for one. */
@PlanningEntity
public class Placement {

    private Request request;
    private @Nullable Choice choice;

    /** What is known of the request; shared by all copies of the placement. */
    public record Request(
            int id,
            long weight,
            boolean heavy,
            int fixedPair,
            boolean pinned,
            List<GroupLimit> groups,
            Set<Choice> choices) {}

    @SuppressWarnings("NullAway.Init") // for Timefold
    public Placement() {}

    public Placement(Request request, @Nullable Choice choice) {
        this.request = request;
        this.choice = choice;
    }

    @PlanningId
    public int getId() {
        return request.id();
    }

    public Request getRequest() {
        return request;
    }

    @PlanningVariable(allowsUnassigned = true)
    public @Nullable Choice getChoice() {
        return choice;
    }

    public void setChoice(@Nullable Choice choice) {
        this.choice = choice;
    }

    @ValueRangeProvider
    public Set<Choice> getChoices() {
        return request.choices();
    }

    @PlanningPin
    public boolean isPinned() {
        return request.pinned();
    }

    boolean isFixed() {
        return request.fixedPair() >= 0;
    }

    boolean keepsFixedPair() {
        return choice != null && choice.pair() == request.fixedPair();
    }

    /** Only for placements with a choice, as constraint streams select them. */
    Choice chosen() {
        if (choice == null) {
            throw new IllegalStateException("request %d has no choice".formatted(request.id()));
        }
        return choice;
    }

    VolunteerLimits volunteer() {
        return chosen().volunteer();
    }
}
