package nl.koppelwerk.fit.need;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.InCommon;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.sentence.Argument;

/** None of the needs of the request is one that the volunteer does not want to work on. */
public final class NeedsWelcome extends Forbidding<Carried, Integer> implements InCommon<Carried, Integer> {
    public NeedsWelcome() {
        super("needs-welcome");
    }

    @Override
    public Carried asked(Asking asking) {
        return Carried.by(asking);
    }

    /** Unwanted needs, as bits. */
    @Override
    public Integer offered(Offering offering) {
        return Carried.bits(offering.volunteer().limits().notThese());
    }

    @Override
    protected boolean allows(Carried asked, Integer offered) {
        return judgeCommon(asked, common(asked, offered)) != FORBIDDEN;
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
        return common == 0 ? 0 : FORBIDDEN;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Carried asked, Integer offered, int metres) {
        return offered == 0 ? Outcome.MOOT : super.outcome(asked, offered, metres);
    }

    @Override
    protected List<Argument> figures(Carried asked, Integer offered, int metres) {
        return List.of(new Argument.Needs(Carried.needs(asked.bits() & offered)));
    }
}
