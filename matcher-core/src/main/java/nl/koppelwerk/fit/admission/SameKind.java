package nl.koppelwerk.fit.admission;

import java.util.List;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.sentence.Argument;

/** A request for a buddy gets a buddy, one for a support family a support family. */
public final class SameKind extends Forbidding<SupportKind, SupportKind> {
    public SameKind() {
        super("same-kind");
    }

    @Override
    public SupportKind asked(Asking asking) {
        return asking.request().kind();
    }

    @Override
    public SupportKind offered(Offering offering) {
        return offering.volunteer().kind();
    }

    @Override
    protected boolean allows(SupportKind asked, SupportKind offered) {
        return asked == offered;
    }

    @Override
    protected List<Argument> figures(SupportKind asked, SupportKind offered, int metres) {
        return List.of(new Argument.Term(asked.name()), new Argument.Term(offered.name()));
    }
}
