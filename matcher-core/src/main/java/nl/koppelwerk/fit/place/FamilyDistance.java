package nl.koppelwerk.fit.place;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.DistanceLimit;
import nl.koppelwerk.fit.rule.Outcome;

/** The volunteer lives within the distance that the family wishes, where it wishes one. */
public final class FamilyDistance extends DistanceLimit {
    public FamilyDistance() {
        super("family-distance");
    }

    @Override
    public Integer asked(Asking asking) {
        return asking.request().wishes().maximumDistanceMetres().orElse(NO_LIMIT);
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Integer asked, Integer offered, int metres) {
        return asked == NO_LIMIT ? Outcome.MOOT : super.outcome(asked, offered, metres);
    }
}
