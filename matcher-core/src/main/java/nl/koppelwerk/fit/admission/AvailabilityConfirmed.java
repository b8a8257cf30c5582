package nl.koppelwerk.fit.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.sentence.Argument;

/** Availability counts as unknown when it was confirmed longer ago than the programme allows, or never. */
public final class AvailabilityConfirmed extends Forbidding<LocalDate, Optional<LocalDate>> {
    public AvailabilityConfirmed() {
        super("availability-confirmed");
    }

    /** The first day on which a confirmation still counts. */
    @Override
    public LocalDate asked(Asking asking) {
        return asking.day().minusDays(asking.programme().rules().unconfirmedDays());
    }

    @Override
    public Optional<LocalDate> offered(Offering offering) {
        return offering.volunteer().availabilityConfirmed();
    }

    @Override
    protected boolean allows(LocalDate asked, Optional<LocalDate> offered) {
        return offered.isPresent() && !offered.get().isBefore(asked);
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.UNKNOWN);
    }

    @Override
    protected Outcome outcome(LocalDate asked, Optional<LocalDate> offered, int metres) {
        return offered.isEmpty() ? Outcome.UNKNOWN : super.outcome(asked, offered, metres);
    }

    @Override
    protected List<Argument> figures(LocalDate asked, Optional<LocalDate> offered, int metres) {
        return offered.<List<Argument>>map(day -> List.of(new Argument.Day(day)))
                .orElse(List.of());
    }
}
