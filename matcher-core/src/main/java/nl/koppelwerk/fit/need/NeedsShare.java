package nl.koppelwerk.fit.need;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.InCommon;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.fit.rule.Weighing;
import nl.koppelwerk.sentence.Argument;

/** The more of the needs the volunteer can work on, the better: the covered share of all points. */
public final class NeedsShare extends Weighing<Carried, Integer> implements InCommon<Carried, Integer> {
    public NeedsShare() {
        super("needs-share", 20);
    }

    @Override
    public Carried asked(Asking asking) {
        return Carried.by(asking);
    }

    /** Skills, as bits. */
    @Override
    public Integer offered(Offering offering) {
        return Carried.bits(offering.volunteer().skills());
    }

    @Override
    protected int points(Carried asked, Integer offered) {
        return judgeCommon(asked, common(asked, offered));
    }

    @Override
    public int askedBits(Carried asked) {
        return asked.bits();
    }

    @Override
    public int offeredBits(Integer offered) {
        return offered;
    }

    @Override
    public int judgeCommon(Carried asked, int common) {
        return asked.size() == 0 ? MOST : MOST * common / asked.size();
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    /** Said as good only when nothing is left uncovered. */
    @Override
    protected Outcome outcome(Carried asked, Integer offered, int metres) {
        if (asked.size() == 0) {
            return Outcome.MOOT;
        }
        return common(asked, offered) == asked.size() ? Outcome.YES : Outcome.NO;
    }

    @Override
    protected List<Argument> figures(Carried asked, Integer offered, int metres) {
        return List.of(
                new Argument.Count(common(asked, offered)),
                new Argument.Count(asked.size()),
                new Argument.Needs(Carried.needs(asked.bits() & offered)),
                new Argument.Needs(Carried.needs(asked.bits() & ~offered)));
    }
}
