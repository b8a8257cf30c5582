package nl.koppelwerk.fit.admission;

import java.util.List;
import java.util.Set;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.sentence.Argument;

/** The volunteer takes part in the programme of the request. */
public final class SameProgramme extends Forbidding<SameProgramme.Asked, Set<ProgrammeId>> {
    /** The programme, with the name that people know it by. */
    public record Asked(ProgrammeId programme, String name) {}

    public SameProgramme() {
        super("same-programme");
    }

    @Override
    public Asked asked(Asking asking) {
        return new Asked(asking.programme().id(), asking.programme().name());
    }

    @Override
    public Set<ProgrammeId> offered(Offering offering) {
        return offering.volunteer().programmes();
    }

    @Override
    protected boolean allows(Asked asked, Set<ProgrammeId> offered) {
        return offered.contains(asked.programme);
    }

    @Override
    protected List<Argument> figures(Asked asked, Set<ProgrammeId> offered, int metres) {
        return List.of(new Argument.Name(asked.name));
    }
}
