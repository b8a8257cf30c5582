package nl.koppelwerk.fit.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.sentence.Argument;

/**
 * The screening certificate (VOG) counts from its date, for the number of years that the programme sets; on that
 * anniversary it no longer does.
 */
public final class ScreeningValid extends Forbidding<ScreeningValid.Asked, Optional<LocalDate>> {
    /** The day on which the certificate has to count, and for how many years one does. */
    public record Asked(LocalDate day, int years) {}

    public ScreeningValid() {
        super("screening-valid");
    }

    @Override
    public Asked asked(Asking asking) {
        return new Asked(asking.day(), asking.programme().rules().screeningYears());
    }

    @Override
    public Optional<LocalDate> offered(Offering offering) {
        return offering.volunteer().screened();
    }

    @Override
    protected boolean allows(Asked asked, Optional<LocalDate> offered) {
        return offered.isPresent()
                && !offered.get().isAfter(asked.day)
                && asked.day.isBefore(offered.get().plusYears(asked.years));
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.UNKNOWN);
    }

    @Override
    protected Outcome outcome(Asked asked, Optional<LocalDate> offered, int metres) {
        boolean unknown = offered.isEmpty() || offered.get().isAfter(asked.day);
        return unknown ? Outcome.UNKNOWN : super.outcome(asked, offered, metres);
    }

    /** The first day on which the certificate no longer counts. */
    @Override
    protected List<Argument> figures(Asked asked, Optional<LocalDate> offered, int metres) {
        return offered.<List<Argument>>map(day -> List.of(new Argument.Day(day.plusYears(asked.years))))
                .orElse(List.of());
    }
}
