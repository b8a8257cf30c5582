package nl.koppelwerk.fit.place;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.DistanceWeighing;
import nl.koppelwerk.sentence.Argument;

/**
 * Nearer is better, since trust grows from being reachable: all points at the same postcode, none from the programme's
 * maximum on, in between in proportion.
 */
public final class Near extends DistanceWeighing {
    public Near() {
        super("near", 30);
    }

    @Override
    public Integer asked(Asking asking) {
        return asking.programme().rules().maximumDistanceMetres();
    }

    @Override
    protected int points(int asked, int metres) {
        return metres >= asked ? 0 : (int) ((long) MOST * (asked - metres) / asked);
    }

    @Override
    protected List<Argument> figures(Integer asked, Boolean offered, int metres) {
        return List.of(new Argument.Metres(metres));
    }
}
