package nl.koppelwerk.fit.admission;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;

/** Where the request asks for training, the volunteer has done it. */
public final class TrainingDone extends Forbidding<Boolean, Boolean> {
    public TrainingDone() {
        super("training-done");
    }

    @Override
    public Boolean asked(Asking asking) {
        return asking.request().trainingNeeded();
    }

    @Override
    public Boolean offered(Offering offering) {
        return offering.volunteer().trained();
    }

    @Override
    protected boolean allows(Boolean asked, Boolean offered) {
        return !asked || offered;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Boolean asked, Boolean offered, int metres) {
        return asked ? super.outcome(asked, offered, metres) : Outcome.MOOT;
    }
}
