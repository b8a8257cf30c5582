package nl.koppelwerk.fit.place;

import nl.koppelwerk.fit.rule.DistanceLimit;
import nl.koppelwerk.fit.rule.Offering;

/** The family lives within the distance that the volunteer will travel. */
public final class TravelLimit extends DistanceLimit {
    public TravelLimit() {
        super("travel-limit");
    }

    @Override
    public Integer offered(Offering offering) {
        return offering.volunteer().travelLimitMetres();
    }
}
