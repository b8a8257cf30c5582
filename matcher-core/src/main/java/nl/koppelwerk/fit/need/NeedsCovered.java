package nl.koppelwerk.fit.need;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.InCommon;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.sentence.Argument;

/**
 * The volunteer can work on at least half of the needs of the request, and on at least one. What needs a service rather
 * than a volunteer does not count; a request without needs asks nothing.
 */
public final class NeedsCovered extends Forbidding<Carried, Integer> implements InCommon<Carried, Integer> {
    public NeedsCovered() {
        super("needs-covered");
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
        return 2 * common >= asked.size() ? 0 : FORBIDDEN;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Carried asked, Integer offered, int metres) {
        return asked.size() == 0 ? Outcome.MOOT : super.outcome(asked, offered, metres);
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
