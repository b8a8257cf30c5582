package nl.koppelwerk.fit.admission;

import java.util.List;
import java.util.Set;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.sentence.Argument;

/** The volunteer takes part in the programme of the request, or in one that shares volunteers with it and agreed to that. */
public final class SameProgramme extends Forbidding<SameProgramme.Asked, SameProgramme.Offered> {
    /** The programme, with the name that people know it by. */
    public record Asked(ProgrammeId programme, String name) {}

    /** The volunteer's own programmes, and those that may ask for the volunteer. */
    public record Offered(Set<ProgrammeId> own, Set<ProgrammeId> lentTo) {}

    public SameProgramme() {
        super("same-programme");
    }

    @Override
    public Asked asked(Asking asking) {
        return new Asked(asking.programme().id(), asking.programme().name());
    }

    @Override
    public Offered offered(Offering offering) {
        Volunteer volunteer = offering.volunteer();
        return new Offered(volunteer.programmes(), volunteer.lentTo());
    }

    @Override
    protected boolean allows(Asked asked, Offered offered) {
        return offered.own.contains(asked.programme) || offered.lentTo.contains(asked.programme);
    }

    /** That a volunteer may be asked for is not yet that the other programme says yes. */
    @Override
    protected Outcome outcome(Asked asked, Offered offered, int metres) {
        boolean lent = !offered.own.contains(asked.programme) && allows(asked, offered);
        return lent ? Outcome.UNKNOWN : super.outcome(asked, offered, metres);
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.UNKNOWN);
    }

    @Override
    protected List<Argument> figures(Asked asked, Offered offered, int metres) {
        return List.of(new Argument.Name(asked.name));
    }
}
