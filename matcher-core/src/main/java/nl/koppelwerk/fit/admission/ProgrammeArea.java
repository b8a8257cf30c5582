package nl.koppelwerk.fit.admission;

import java.util.List;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.sentence.Argument;

/** The family lives where the programme works; its funders pay for that area only. */
public final class ProgrammeArea extends Forbidding<ProgrammeArea.Asked, Boolean> {
    /**
     * Looked up once for a request, because it is the same with every volunteer.
     *
     * @param limited whether the programme has an area
     * @param within whether the family lives there
     */
    public record Asked(boolean limited, boolean within, String postcode, String programme) {}

    public ProgrammeArea() {
        super("programme-area");
    }

    @Override
    public Asked asked(Asking asking) {
        Audience audience = asking.programme().audience().orElse(Audience.EVERYBODY);
        boolean within = audience.includes(asking.family().postcode());
        return new Asked(
                !audience.area().isEmpty(),
                within,
                within ? "" : asking.family().postcode().toString(),
                asking.programme().name());
    }

    @Override
    public Boolean offered(Offering offering) {
        return true;
    }

    @Override
    protected boolean allows(Asked asked, Boolean offered) {
        return asked.within;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Asked asked, Boolean offered, int metres) {
        return asked.limited ? super.outcome(asked, offered, metres) : Outcome.MOOT;
    }

    @Override
    protected List<Argument> figures(Asked asked, Boolean offered, int metres) {
        return List.of(new Argument.Name(asked.programme), new Argument.Name(asked.postcode));
    }
}
