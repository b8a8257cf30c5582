package nl.koppelwerk.fit.limit;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.sentence.Argument;

/** The family has no more children under 18 than the volunteer can take on. */
public final class ChildrenNumber extends Forbidding<Integer, Integer> {
    public ChildrenNumber() {
        super("children-number");
    }

    @Override
    public Integer asked(Asking asking) {
        return asking.ages().length;
    }

    @Override
    public Integer offered(Offering offering) {
        return offering.volunteer().limits().maximumChildren();
    }

    @Override
    protected boolean allows(Integer asked, Integer offered) {
        return asked <= offered;
    }

    @Override
    protected List<Argument> figures(Integer asked, Integer offered, int metres) {
        return List.of(new Argument.Count(asked), new Argument.Count(offered));
    }
}
