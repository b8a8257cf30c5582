package nl.koppelwerk.fit.time;

import java.util.List;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.InCommon;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.sentence.Argument;

/** At least as many day-parts suit both as the request asks a week. */
public final class DayPartsShared extends Forbidding<Wanted, DayParts> implements InCommon<Wanted, DayParts> {
    public DayPartsShared() {
        super("day-parts-shared");
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
    protected boolean allows(Wanted asked, DayParts offered) {
        return judgeCommon(asked, common(asked, offered)) != FORBIDDEN;
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
        return common >= asked.perWeek() ? 0 : FORBIDDEN;
    }

    @Override
    protected List<Argument> figures(Wanted asked, DayParts offered, int metres) {
        return List.of(
                new Argument.Week(asked.shared(offered)),
                new Argument.Count(asked.shared(offered).size()),
                new Argument.Count(asked.perWeek()));
    }
}
