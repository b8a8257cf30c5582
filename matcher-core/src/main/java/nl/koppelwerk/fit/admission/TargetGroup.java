package nl.koppelwerk.fit.admission;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.sentence.Argument;

/** The family is one that the programme is for: a child of the right age, and a school where it comes in by one. */
public final class TargetGroup extends Forbidding<TargetGroup.Asked, Boolean> {
    /**
     * Looked up once for a request, because it is the same with every volunteer.
     *
     * @param limited whether the programme asks anything
     */
    public record Asked(boolean limited, boolean met, Optional<Audience.Ages> ages, boolean atSchool) {}

    public TargetGroup() {
        super("target-group");
    }

    @Override
    public Asked asked(Asking asking) {
        Audience audience = asking.programme().audience().orElse(Audience.EVERYBODY);
        boolean ages = audience.childAges()
                .map(wanted -> Arrays.stream(asking.ages()).anyMatch(wanted::contain))
                .orElse(true);
        boolean school = !audience.atSchool() || asking.family().school().isPresent();
        return new Asked(
                audience.childAges().isPresent() || audience.atSchool(),
                ages && school,
                audience.childAges(),
                audience.atSchool());
    }

    @Override
    public Boolean offered(Offering offering) {
        return true;
    }

    @Override
    protected boolean allows(Asked asked, Boolean offered) {
        return asked.met;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Asked asked, Boolean offered, int metres) {
        return asked.limited ? super.outcome(asked, offered, metres) : Outcome.MOOT;
    }

    /** Youngest and oldest age, whether ages are asked, whether a school is. */
    @Override
    protected List<Argument> figures(Asked asked, Boolean offered, int metres) {
        return List.of(
                new Argument.Count(asked.ages.map(Audience.Ages::from).orElse(0)),
                new Argument.Count(asked.ages.map(Audience.Ages::to).orElse(0)),
                new Argument.Count(asked.ages.isPresent() ? 1 : 0),
                new Argument.Count(asked.atSchool ? 1 : 0));
    }
}
