package nl.koppelwerk.fit.time;

import java.util.List;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Weighing;
import nl.koppelwerk.sentence.Argument;

/** More day-parts that suit both than asked leave room to move: 250 points each, up to four. */
public final class DayPartsToSpare extends Weighing<Wanted, DayParts> {
    public DayPartsToSpare() {
        super("day-parts-to-spare", 8);
    }

    @Override
    public Wanted asked(Asking asking) {
        return Wanted.by(asking);
    }

    @Override
    public DayParts offered(Offering offering) {
        return offering.volunteer().availability();
    }

    @Override
    protected int points(Wanted asked, DayParts offered) {
        return 250 * Math.clamp(asked.toSpare(offered), 0, 4);
    }

    @Override
    protected List<Argument> figures(Wanted asked, DayParts offered, int metres) {
        return List.of(new Argument.Count(Math.max(0, asked.toSpare(offered))));
    }
}
