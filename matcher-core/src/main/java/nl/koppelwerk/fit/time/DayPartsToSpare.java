package nl.koppelwerk.fit.time;

import java.util.List;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.InCommon;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Weighing;
import nl.koppelwerk.sentence.Argument;

/** More day-parts that suit both than asked leave room to move: 250 points each, up to four. */
public final class DayPartsToSpare extends Weighing<Wanted, DayParts> implements InCommon<Wanted, DayParts> {
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
        return judgeCommon(asked, common(asked, offered));
    }

    @Override
    public int askedBits(Wanted asked) {
        return asked.suiting().bits();
    }

    @Override
    public int offeredBits(DayParts offered) {
        return offered.bits();
    }

    @Override
    public int judgeCommon(Wanted asked, int common) {
        return 250 * Math.clamp(common - asked.perWeek(), 0, 4);
    }

    @Override
    protected List<Argument> figures(Wanted asked, DayParts offered, int metres) {
        return List.of(new Argument.Count(Math.max(0, common(asked, offered) - asked.perWeek())));
    }
}
